import { senderOfDraft } from '#domain/draft/alarm.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Sender } from '#domain/notices/alarm.ts';
import type { AuditStore, DraftStore } from '#domain/ports/stores.ts';
import type { About } from './about.ts';

export interface AlarmDeps {
  readonly audit: AuditStore;
  readonly drafts: Pick<DraftStore, 'readDraft'>;
}

/** The most alarms that one email tells how to reach the sender of; of others it tells the number. */
const MOST = 20;

/** What an email about this alarm is made from: how to reach its sender, as that is known now. An alarm has no case. */
export async function aboutAlarm(deps: AlarmDeps, id: string, why?: string): Promise<About> {
  const { sender, isForm } = await senderOfAlarm(deps, id);
  const alarm = { sender, isForm, why, others: [], count: 0 };
  return { reference: id, referral: addresseesOf(undefined), alarm };
}

/** What one email about several alarms after a first one is made from. */
export async function aboutAlarms(deps: AlarmDeps, first: string, ids: readonly string[], count: number) {
  const others = await Promise.all(
    ids.slice(0, MOST).map(async (id) => ({ id, sender: (await senderOfAlarm(deps, id)).sender })),
  );
  const alarm = { sender: undefined, isForm: false, why: undefined, others, count };
  return { reference: first, referral: addresseesOf(undefined), alarm };
}

async function senderOfAlarm(deps: AlarmDeps, id: string): Promise<{ sender: Sender | undefined; isForm: boolean }> {
  const stub = await deps.audit.readStub(id);
  if (stub?.draftId === undefined) return { sender: stub?.sender, isForm: false };
  const draft = await deps.drafts.readDraft(stub.draftId);
  return { sender: draft && senderOfDraft(draft), isForm: true };
}
