import { definitionSchema, exits, type State } from './mermaid.ts';

/** One state of a machine as the console draws it: what it is, and the code with which the choice leads to it. */
export interface FlowState {
  readonly name: string;
  readonly is: 'STEP' | 'WAIT' | 'CHOICE' | 'END';
  /** Undefined where no code leads here. `''`: every code that the choice does not know, which is where a case is parked. */
  readonly code?: string;
}

/** The states of a definition, in its order. The same definition always gives the same. */
export function flowStates(definition: string): FlowState[] {
  const { States } = definitionSchema.parse(JSON.parse(definition));
  const codes = new Map<string, string>();
  for (const state of Object.values(States).filter(({ Type }) => Type === 'Choice')) {
    for (const { to, code } of exits(state)) if (to !== undefined && code !== undefined) codes.set(to, code);
  }
  return Object.entries(States).map(([name, state]) => {
    const code = codes.get(name);
    return { name, is: kindOf(state), ...(code === undefined ? {} : { code }) };
  });
}

function kindOf({ Type, Resource }: State): FlowState['is'] {
  if (Type === 'Choice') return 'CHOICE';
  if (Type === 'Succeed' || Type === 'Fail') return 'END';
  return Resource?.endsWith('.waitForTaskToken') === true ? 'WAIT' : 'STEP';
}

/** The file web/console/road/flows.ts as it must be for these definitions. */
export function flowsFile(flows: Readonly<Record<string, readonly FlowState[]>>): string {
  return `// Drawn from the synthesised state machines by \`npm run draw-flow\`; a test fails when it is not current.
import type { FlowState } from './drawing.ts';

/** The states of each machine, in the order of its road. */
export const flows: Readonly<Record<string, readonly FlowState[]>> = ${literal(flows)};
`;
}

/** As the formatter writes it, so that drawing what has not changed changes no file. */
function literal(flows: Readonly<Record<string, readonly FlowState[]>>): string {
  return JSON.stringify(flows, null, 2)
    .replaceAll(/"(\w+)":/g, '$1:')
    .replaceAll(/"((?:[^"\\]|\\.)*)"/g, (_whole, text: string) => `'${text.replaceAll("'", "\\'")}'`)
    .replaceAll(/(['}\]])\n/g, '$1,\n');
}
