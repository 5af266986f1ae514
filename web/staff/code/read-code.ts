import { lettersAndDigits } from '#domain/values/characters.ts';
import { type CodeDeps, codeTrouble, tryCode } from '../../access/codes.ts';
import { CODE_FORMAT, CODE_MISSING } from '../../form/engine/words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { type CodeFormDeps, type CodeHolder, codePage } from './form.ts';

type ReadCodeDeps = Omit<CodeDeps, 'random' | 'policy'> & CodeFormDeps;

/** The form again with what is wrong with the code that was entered; undefined when it is right, and then it is used up. */
export async function refuseCode(
  deps: ReadCodeDeps,
  holder: CodeHolder,
  fields: FormFields,
): Promise<HttpResponse | undefined> {
  const code = lettersAndDigits(fields.code ?? '');
  if (code === '') return codePage(deps, holder, { problem: CODE_MISSING });
  if (!/^\d{6}$/.test(code)) return codePage(deps, holder, { problem: CODE_FORMAT });
  const tried = await tryCode(deps, holder.mailbox, code);
  if (tried.kind === 'RIGHT') return undefined;
  if (tried.kind === 'WRONG') return codePage(deps, holder, { problem: codeTrouble(tried) });
  return codePage(deps, holder, { gone: `${codeTrouble(tried)}.` });
}
