import { type Entry, paperEntryProblem, receivedViaSchema } from '#domain/draft/paper-entry.ts';
import { text } from '#domain/referral/text.ts';
import { lettersAndDigits } from '#domain/values/characters.ts';
import { codeWords } from '../../access/code-words.ts';
import { dateProblemAt, readTypedDate } from '../../components/date-problem.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { Mistake } from '../engine/mistake-words.ts';
import { typedParts } from '../engine/typed-parts.ts';
import { arrivedOnField } from './questions.ts';

type Read =
  | { readonly kind: 'READ'; readonly entry: Omit<Entry, 'mailbox'> }
  | { readonly kind: 'WRONG'; readonly mistakes: readonly Mistake[] };

/** The answers of staff before a draft starts, or every mistake in them. */
export function readEntry(fields: FormFields, today: string): Read {
  const mistakes: Mistake[] = [];
  const wrong = (path: string, message: string) => mistakes.push({ path, message });
  const [name, role] = [line.safeParse(fields.name), line.safeParse(fields.role)];
  if (!name.success) wrong('name', 'Enter your name, using 120 characters or fewer');
  if (!role.success) wrong('role', 'Enter your role, using 120 characters or fewer');
  const cameBy = receivedViaSchema.safeParse(fields.cameBy);
  if (!cameBy.success) wrong('cameBy', 'Select how the referral arrived');
  const arrived = readTypedDate(typedParts(arrivedOnField, fields), arrivedOnField.called);
  const arrivedOn = 'on' in arrived ? arrived.on : '';
  const problem = 'on' in arrived ? paperEntryProblem(arrived.on, today) : undefined;
  if (!('on' in arrived)) mistakes.push(dateProblemAt(arrivedOnField.path, arrived));
  else if (problem) wrong('arrivedOn-day', problem);
  if (mistakes.length > 0 || !name.success || !role.success || !cameBy.success) return { kind: 'WRONG', mistakes };
  return { kind: 'READ', entry: { name: name.data, role: role.data, cameBy: cameBy.data, arrivedOn } };
}

const line = text(120);

/** The code that was typed, or what is wrong with it as it stands. */
export function readCode(fields: FormFields): { readonly code: string; readonly mistakes: readonly Mistake[] } {
  const code = lettersAndDigits(fields.code ?? '');
  if (code === '') return { code, mistakes: [{ path: 'code', message: codeWords.missing }] };
  return { code, mistakes: /^\d{6}$/.test(code) ? [] : [{ path: 'code', message: codeWords.format }] };
}
