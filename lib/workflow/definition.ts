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
 * A state machine's definition as one JSON text, from a synthesised template; a function's ARN shows its logical id.
 * Throws when the template holds no state machine of this logical id.
 */
export function definitionIn(template: unknown, logicalId: string): string {
  const machine = templateSchema.parse(template).Resources[logicalId];
  if (machine?.Type !== 'AWS::StepFunctions::StateMachine') throw new Error(`There is no state machine ${logicalId}.`);
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
