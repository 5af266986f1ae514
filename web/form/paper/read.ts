import { type Entry, paperEntryProblem, receivedViaSchema } from '#domain/draft/paper-entry.ts';
import { text } from '#domain/referral/text.ts';
import { lettersAndDigits } from '#domain/values/characters.ts';
import { codeWords } from '../../access/code-words.ts';
import { dateProblemAt, readTypedDate } from '../../components/date-problem.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { Mistake } from '../engine/mistake-words.ts';
import { typedParts } from '../engine/typed-parts.ts';
import { arrivedOnField } from './questions.ts';

export type Read =
  | { readonly kind: 'READ'; readonly code: string; readonly entry: Omit<Entry, 'mailbox'> }
  | { readonly kind: 'WRONG'; readonly mistakes: readonly Mistake[] };

/** The answers of staff before a draft starts, or every mistake in them. */
export function readEntry(fields: FormFields, today: string): Read {
  const mistakes: Mistake[] = [];
  const wrong = (path: string, message: string) => mistakes.push({ path, message });
  const code = lettersAndDigits(fields.code ?? '');
  if (code === '') wrong('code', codeWords.missing);
  else if (!/^\d{6}$/.test(code)) wrong('code', codeWords.format);
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
  return { kind: 'READ', code, entry: { name: name.data, role: role.data, cameBy: cameBy.data, arrivedOn } };
}

const line = text(120);
