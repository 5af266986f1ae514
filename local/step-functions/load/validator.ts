import validate from 'asl-validator';
import type { Refuse } from './refuse.ts';

/** A second opinion, from the validator that the community keeps in step with the language. */
export function checkWithValidator(definition: string, refuse: Refuse): void {
  const { isValid, errorsText } = validate(JSON.parse(definition), { checkPaths: true, checkArn: false });
  if (!isValid) refuse(`asl-validator says: ${errorsText('; ')}`);
}
