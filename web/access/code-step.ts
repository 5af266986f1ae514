import type { MailCode } from '#application/access/mail-code.ts';
import { lettersAndDigits } from '#domain/values/characters.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, say } from '../layout/page.ts';
import { type CodePlace, codePage } from './code-page.ts';
import { codeTrouble, codeWords } from './code-words.ts';
import { askCode, type CodeDeps, codeOf, tryCode, withdrawCode } from './codes.ts';

export interface CodeStepDeps extends CodeDeps, PageDeps {
  readonly mailCode: MailCode;
}

/**
 * A press of the link's button, or of the one for a new code: the page with the field for the code. A code is mailed only
 * where none that works was sent a moment ago, or a new one may be asked for.
 */
export async function pressForCode(deps: CodeStepDeps, place: CodePlace, fields: FormFields): Promise<HttpResponse> {
  const { door, mailTo, reference } = place;
  const asked = await askCode(deps, door, fields.newCode !== undefined);
  if (asked.kind === 'WAIT') {
    return codePage(deps, place, { standing: await codeOf(deps, door), againAt: asked.againAt });
  }
  if (asked.kind === 'IN_MAILBOX') return codePage(deps, place, { standing: asked });
  if (await deps.mailCode(mailTo, asked.code, reference)) return codePage(deps, place, { ...asked, standing: asked });
  await withdrawCode(deps, door, asked.code);
  const next = 'Wait one minute, go back and try again. If it fails again, contact us. The address may be wrong.';
  return say(deps, 502, codeWords.notSent, next);
}

/** The page with the field, for who reloads or comes back. It sends nothing. */
export async function showCodePage(deps: CodeStepDeps, place: CodePlace): Promise<HttpResponse> {
  return codePage(deps, place, { standing: await codeOf(deps, place.door) });
}

/** Whether the right code was entered; else the page that says what is wrong, with the field. */
export async function enteredCode(
  deps: CodeStepDeps,
  place: CodePlace,
  fields: FormFields,
): Promise<'RIGHT' | HttpResponse> {
  const { door } = place;
  const code = lettersAndDigits(fields.code ?? '');
  const problem = async () => {
    if (code === '') return codeWords.missing;
    if (!/^\d{6}$/.test(code)) return codeWords.format;
    const tried = await tryCode(deps, door, { code, asker: fields.asker });
    return tried.kind === 'RIGHT' ? undefined : codeTrouble(tried);
  };
  const found = await problem();
  if (found === undefined) return 'RIGHT';
  return codePage(deps, place, { standing: await codeOf(deps, door), asker: fields.asker, problem: found });
}
