import { createRequire } from 'node:module';

interface Verdict {
  isValid: boolean;
  errorsText(separator?: string): string;
}

const require = createRequire(import.meta.url);
const accepted = new Set<string>();

/** What asl-validator has against a definition. It is slow to load and to run, so each definition is put to it once. */
export function secondOpinion(definition: string): string | undefined {
  if (accepted.has(definition)) return undefined;
  const validate: (definition: unknown, options: object) => Verdict = require('asl-validator');
  const { isValid, errorsText } = validate(JSON.parse(definition), { checkPaths: true, checkArn: false });
  if (!isValid) return `asl-validator says: ${errorsText('; ')}`;
  accepted.add(definition);
  return undefined;
}
