import type { Stores } from '#adapters/records/stores.ts';
import { newDraft, withLinkSent, withPage } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { erased } from '#domain/draft/erase.ts';
import { asSending, asSent } from '#domain/draft/send.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { AT } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const id = 'a-draft-of-22-letters-';

/** Takes one draft from its first answer to its erasure, and keeps it at each point. */
export async function storeDrafts({ drafts }: Stores, keep: Keep): Promise<void> {
  const save = async (what: string, draft: Draft) => {
    if (!(await drafts.saveDraft(draft))) throw new Error(`The draft cannot be saved as ${what}.`);
    await keep(`draft.${what}`, `DRAFT#${id}`, 'DRAFT');
    return draft;
  };
  const typed = { 'child.firstName': 'Poppy', 'child.dob-day': 'tenth' };
  const page = { path: 'child', names: Object.keys(typed), typed, isDone: false };
  const entry = { mailbox: 'triage-1@example.org', name: 'Sam Field', role: 'Portage practitioner' };
  const begun: Draft = {
    ...newDraft(id, AT, defaultPolicy),
    entry: { ...entry, arrivedOn: '2026-09-22', cameBy: 'PAPER' },
  };
  const filled = { ...withPage(begun, AT, page), version: 1 };
  const open = await save('open', { ...withLinkSent(filled, AT, 'referrer01@example.org'), version: 1 });
  const sending = await save('sending', asSending(open, AT));
  const sent = await save('sent', asSent(sending, AT, 'XJJKCGNXR8P'));
  await save('erased', erased({ ...sent, dropped: ['file-1'] }, AT));
}
