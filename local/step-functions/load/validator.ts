import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Verdict {
  isValid: boolean;
  errorsText(separator?: string): string;
}

const require = createRequire(import.meta.url);
const ACCEPTED = fileURLToPath(new URL('../../../.cache/accepted-definitions', import.meta.url));
const OPTIONS = { checkPaths: true, checkArn: false };

/** What asl-validator has against a definition. */
export const secondOpinion = remembering(ACCEPTED);

/**
 * asl-validator takes longer to load and run than the rest of a start, so it checks each definition once. `folder`
 * keeps a mark of each one that it has accepted. A refused one is asked about again.
 */
export function remembering(folder: string): (definition: string) => string | undefined {
  return (definition) => {
    const mark = join(folder, hashOf(definition));
    if (existsSync(mark)) return undefined;
    const validate: (definition: unknown, options: object) => Verdict = require('asl-validator');
    const { isValid, errorsText } = validate(JSON.parse(definition), OPTIONS);
    if (!isValid) return `asl-validator says: ${errorsText('; ')}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(mark, '');
    return undefined;
  };
}

/** Of all that a verdict depends on: another version of the validator is asked anew. */
function hashOf(definition: string): string {
  const { version }: { version: string } = require('asl-validator/package.json');
  return createHash('sha256')
    .update(JSON.stringify([version, OPTIONS, definition]))
    .digest('hex');
}
