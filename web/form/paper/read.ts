import { type Entry, paperEntryProblem, receivedViaSchema } from '#domain/draft/paper-entry.ts';
import { text } from '#domain/referral/text.ts';
import type { FormFields } from '../../http/form-body.ts';
import { parseField } from '../engine/codec.ts';
import type { Mistake } from '../engine/mistakes.ts';
import { arrivedOnField } from './questions.ts';

export type Read =
  | { readonly kind: 'READ'; readonly code: string; readonly entry: Omit<Entry, 'mailbox'> }
  | { readonly kind: 'WRONG'; readonly mistakes: readonly Mistake[] };

/** What a member of staff says before the form begins, or everything that is wrong with it. */
export function readEntry(fields: FormFields, today: string): Read {
  const mistakes: Mistake[] = [];
  const wrong = (path: string, message: string) => mistakes.push({ path, message });
  const code = (fields.code ?? '').replace(/[\s-]/g, '');
  if (code === '') wrong('code', 'Enter the six-digit code from your e-mail');
  else if (!/^\d{6}$/.test(code)) wrong('code', 'The code is six digits, such as 012345');
  const [name, role] = [line.safeParse(fields.name), line.safeParse(fields.role)];
  if (!name.success) wrong('name', 'Enter your name, in at most 120 characters');
  if (!role.success) wrong('role', 'Enter your role, in at most 120 characters');
  const cameBy = receivedViaSchema.safeParse(fields.cameBy);
  if (!cameBy.success) wrong('cameBy', 'Choose how the referral came');
  const arrivedOn = String(parseField(arrivedOnField, fields) ?? '');
  const problem = paperEntryProblem(arrivedOn, today);
  if (problem) wrong('arrivedOn-day', problem);
  if (mistakes.length > 0 || !name.success || !role.success || !cameBy.success) return { kind: 'WRONG', mistakes };
  return { kind: 'READ', code, entry: { name: name.data, role: role.data, cameBy: cameBy.data, arrivedOn } };
}

const line = text(120);
