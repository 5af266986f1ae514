import * as z from 'zod';

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});
const joinSchema = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });
const attributeSchema = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

/**
 * The state machine's definition as one JSON text, from a synthesised template; a function's ARN shows its logical id.
 * Throws when the template does not hold exactly one state machine.
 */
export function definitionIn(template: unknown): string {
  const machines = Object.values(templateSchema.parse(template).Resources).filter(
    ({ Type }) => Type === 'AWS::StepFunctions::StateMachine',
  );
  const [machine, ...others] = machines;
  if (machine === undefined || others.length > 0) throw new Error(`${machines.length} state machines instead of one.`);
  const parts = joinSchema.parse(machine.Properties.DefinitionString)['Fn::Join'][1];
  return parts.map(text).join('');
}

function text(part: unknown): string {
  if (typeof part === 'string') return part;
  const attribute = attributeSchema.safeParse(part);
  return attribute.success
    ? `arn:aws:lambda:eu-west-2:000000000000:function:${attribute.data['Fn::GetAtt'][0]}`
    : 'aws';
}
