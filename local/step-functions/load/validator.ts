import validate from 'asl-validator';

const accepted = new Set<string>();

/** What asl-validator has against a definition; it takes long, so a definition is put to it once. */
export function secondOpinion(definition: string): string | undefined {
  if (accepted.has(definition)) return undefined;
  const { isValid, errorsText } = validate(JSON.parse(definition), { checkPaths: true, checkArn: false });
  if (!isValid) return `asl-validator says: ${errorsText('; ')}`;
  accepted.add(definition);
  return undefined;
}
