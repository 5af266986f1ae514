import * as z from 'zod';

const branchSchema = z.object({ Next: z.string() });
const stateSchema = z.object({
  Type: z.string(),
  Resource: z.string().optional(),
  Next: z.string().optional(),
  End: z.boolean().optional(),
  Default: z.string().optional(),
  Choices: z.array(branchSchema.extend({ Condition: z.string() })).default([]),
  Catch: z.array(branchSchema.extend({ ErrorEquals: z.array(z.string()) })).default([]),
});
export const definitionSchema = z.object({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });

export type State = z.infer<typeof stateSchema>;

/**
 * Draws a state machine's definition as a Mermaid flowchart. Steps are boxes, waits for people are rounded, the choice
 * is a diamond, and caught errors are dotted lines. `begins` names what starts it. The same definition always gives the same text.
 */
export function mermaid(definition: string, begins = 'accepted'): string {
  const { StartAt, States } = definitionSchema.parse(JSON.parse(definition));
  const names = Object.keys(States);
  const id = (name: string) => `s${names.indexOf(name)}`;
  const boxes = Object.entries(States).map(([name, state]) => `  ${id(name)}${box(name, state)}`);
  const arrows = Object.entries(States).flatMap(([name, state]) =>
    exits(state).map(({ to, label }) => `  ${id(name)} ${label} ${to === undefined ? 'finish' : id(to)}`),
  );
  const ends = [`  begin((${begins}))`, '  finish((end))', `  begin --> ${id(StartAt)}`];
  return ['flowchart TD', ...ends, ...boxes, ...arrows, ''].join('\n');
}

/** Without `to` the road ends here. */
interface Exit {
  readonly to?: string;
  readonly label: string;
  /** With which code the choice goes there: '' for every one that it does not know. */
  readonly code?: string;
}

function box(name: string, { Type, Resource }: State): string {
  if (Type === 'Choice') return `{"${name}"}`;
  if (Resource?.endsWith('.waitForTaskToken') === true) return `(["${name}"])`;
  return `["${name}"]`;
}

/** Every way out of a state. */
export function exits({ Type, Next, End, Default, Choices, Catch }: State): Exit[] {
  const ends = End === true || Type === 'Succeed' || Type === 'Fail';
  return [
    ...(Next === undefined ? [] : [{ to: Next, label: '-->' }]),
    ...Choices.map((choice) => ({
      ...{ to: choice.Next, label: `-->|${codeOf(choice.Condition)}|`, code: codeOf(choice.Condition) },
    })),
    ...(Default === undefined ? [] : [{ to: Default, label: '-->|anything else|', code: '' }]),
    ...Catch.map((caught) => ({ to: caught.Next, label: `-.->|${caught.ErrorEquals.map(errorInWords).join(', ')}|` })),
    ...(ends ? [{ label: '-->' }] : []),
  ];
}

const codeOf = (condition: string) => /'(\w+)'/.exec(condition)?.[1] ?? condition;

function errorInWords(error: string): string {
  if (error === 'States.ALL') return 'any error';
  return error === 'States.Timeout' ? 'no one answered in time' : error;
}
