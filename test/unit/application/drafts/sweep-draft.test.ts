import { describe, expect, test } from 'vitest';
import { createMemoryEvidenceStore } from '#adapters/memory/evidence-store.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { sweepDraft } from '#application/drafts/sweep-draft.ts';
import { deathRecorded } from '#domain/case/death.ts';
import { newDraft, next } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { asRefused, asSending, asSent, keyOfAttempt } from '#domain/draft/send.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { sha256 } from '#domain/values/hash.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { testClock, testLog } from '#test/http/doubles.ts';
import { caseOnReceipt, reference, storedReferral } from '#test/http/records.ts';
import { testConfig } from '#test/http/service-config.ts';

const DAY = 24 * 60;
const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const document = { 'evidence[0].evidenceId': 'page-1', 'evidence[0].furtherPages': 'page-2 page-3' };
const waiting = { ...document, 'evidence[0].awaited': 'page-4', 'earlyHelpAssessment.evidenceId': 'assessment' };
const all = ['page-1', 'page-2', 'page-3', 'page-4', 'assessment', 'replaced'];

/** A draft with these answers and every file that there ever was of it, on its first day. */
async function world(answers: Draft['answers'] = waiting, changes: Partial<Draft> = {}) {
  const stores = createMemoryStores();
  const clock = testClock();
  const evidence = createMemoryEvidenceStore();
  const caller = changes.caller ?? 'form';
  const upload = (file: string) => evidence.upload(caller, file, { body: Uint8Array.of(1), contentType: 'image/png' });
  for (const file of all) {
    upload(file);
    upload(file);
  }
  const begun = { ...newDraft(id, clock.now(), defaultPolicy), answers: { 'evidence[0].evidenceId': 'replaced' } };
  const draft = { ...next(begun, clock.now(), { answers }), version: 1, ...changes };
  await stores.drafts.saveDraft(draft);
  /** Saves the draft after each change of it. */
  const save = async (...changes: ((now: Draft) => Draft)[]) => {
    for (const change of changes) {
      const now = await stores.drafts.readDraft(id);
      if (!now || !(await stores.drafts.saveDraft(change(now)))) throw new Error('The draft was not saved.');
    }
  };
  const sending = (draft: Draft) => asSending(draft, clock.now());
  const log = testLog();
  const mailDraftLink = async () => 'SENT' as const;
  const deps = { ...stores, evidence, log, now: clock.now, config: testConfig, mailDraftLink };
  /** The files that are still there, of those the test began with. */
  const left = async () => {
    const there = await Promise.all(all.map(async (file) => (await evidence.isUploaded(caller, file)) && file));
    return there.filter((file) => file !== false);
  };
  const due = async () => (await stores.indexes.due('DRAFT', clock.now(), 10)).length > 0;
  return { stores, clock, evidence, deps, save, sending, upload, left, due, sweep: sweepDraft(deps) };
}

/** A referral that was stored under an attempt of the draft, naming these files. */
function stored(attempt: number, evidenceId: string) {
  const key = keyOfAttempt({ id }, attempt);
  const body = { evidence: [{ evidenceId }] };
  return { ...storedReferral(body), reference: referenceFor('form', key, 0), caller: 'form', keyHash: sha256(key) };
}

describe('the files of a draft that was never sent', () => {
  test('stay until its last day, and are then gone: pages, pages to come, the assessment and what was replaced', async () => {
    const { clock, sweep, left } = await world();
    clock.advanceMinutes(28 * DAY - 1);
    await sweep(id);
    expect(await left()).toEqual(all);
    clock.advanceMinutes(1);
    await sweep(id);
    expect(await left()).toEqual([]);
  });

  test('are forgotten by the next sweep when the storage is out of reach after the answers have gone (half-finished)', async () => {
    const { clock, deps, stores, sweep, left, due } = await world();
    clock.advanceMinutes(28 * DAY);
    const forget = async (caller: string, file: string) => {
      if (file === 'page-2') throw new Error('out of reach');
      await deps.evidence.forget(caller, file);
    };
    await expect(sweepDraft({ ...deps, evidence: { forget } })(id)).rejects.toThrow('out of reach');
    expect((await stores.drafts.readDraft(id))?.answers).toEqual({});
    expect([await left(), await due()]).toEqual([['page-2'], true]);
    await sweep(id);
    expect([await left(), await due()]).toEqual([[], false]);
  });

  test('are looked for once more a day later, for an upload that came after the end (late)', async () => {
    const { clock, stores, sweep, upload, left, due } = await world();
    clock.advanceMinutes(28 * DAY);
    await sweep(id);
    upload('page-4');
    clock.advanceMinutes(DAY - 1);
    await sweep(id);
    expect([await left(), await due()]).toEqual([['page-4'], false]);
    clock.advanceMinutes(1);
    expect(await due()).toBe(true);
    await sweep(id);
    expect([await left(), await due()]).toEqual([[], false]);
    clock.advanceMinutes(99 * DAY);
    expect(await due()).toBe(false);
    expect(Object.keys((await stores.drafts.readDraft(id)) ?? {})).not.toContain('dropped');
  });

  test('stay when someone saves the draft at the very moment in which it would be erased', async () => {
    const { clock, deps, sweep, left } = await world();
    clock.advanceMinutes(28 * DAY);
    const drafts = { ...deps.drafts, saveDraft: async () => false };
    await sweepDraft({ ...deps, drafts })(id);
    expect(await left()).toEqual(all);
    await sweep(id);
    expect(await left()).toEqual([]);
  });

  test('are no file of another caller', async () => {
    const { clock, evidence, sweep } = await world(document, { caller: 'a system' });
    evidence.upload('form', 'page-1', { body: Uint8Array.of(1), contentType: 'image/png' });
    clock.advanceMinutes(28 * DAY);
    await sweep(id);
    expect(await evidence.isUploaded('form', 'page-1')).toBe(true);
    expect(await evidence.isUploaded('a system', 'page-1')).toBe(false);
  });
});

describe('the files that a referral names', () => {
  test('stay when the draft has become it, and those that it does not name go on the last day', async () => {
    const { clock, stores, save, sending, sweep, left } = await world();
    const sent = stored(1, 'page-1');
    await stores.referrals.putReferral(sent);
    await save(sending, (draft) => asSent(draft, clock.now(), sent.reference));
    clock.advanceMinutes(28 * DAY);
    await sweep(id);
    expect(await left()).toEqual(['page-1']);
  });

  test('stay when the draft was filled in from it, although the draft has removed them', async () => {
    const { clock, stores, sweep, left } = await world(waiting, { resubmits: 'EARLIER', caller: 'a system' });
    const earlier = storedReferral({ evidence: [{ evidenceId: 'replaced', furtherPages: ['page-2'] }] });
    await stores.referrals.putReferral({ ...earlier, reference: 'EARLIER', caller: 'a system' });
    clock.advanceMinutes(28 * DAY);
    await sweep(id);
    clock.advanceMinutes(DAY);
    await sweep(id);
    expect(await left()).toEqual(['page-2', 'replaced']);
  });

  test('stay when the draft has become it and never heard of that (half-finished)', async () => {
    const { clock, stores, save, sending, sweep, left } = await world();
    const sent = stored(2, 'page-3');
    await stores.referrals.putReferral(sent);
    await stores.cases.createCase(caseOnReceipt(sent.reference));
    await save(sending, (draft) => asRefused(draft, clock.now()), sending);
    clock.advanceMinutes(28 * DAY);
    for (const _ of [1, 2, 3]) {
      await sweep(id);
      clock.advanceMinutes(DAY);
    }
    expect(await left()).toEqual(['page-3']);
  });

  test('go when it was never accepted (half-finished)', async () => {
    const { clock, stores, save, sending, sweep, left } = await world();
    await stores.referrals.putReferral(stored(1, 'page-3'));
    await save(sending);
    clock.advanceMinutes(28 * DAY);
    await sweep(id);
    clock.advanceMinutes(15);
    await sweep(id);
    expect(await left()).toEqual([]);
  });

  test('stay while an attempt at sending may be under way, begun in the last minute of the last day (late)', async () => {
    const { clock, stores, save, sending, sweep, left } = await world();
    clock.advanceMinutes(28 * DAY - 1);
    await save(sending);
    clock.advanceMinutes(14);
    await sweep(id);
    expect(await left()).toEqual(all);
    const sent = stored(1, 'page-1');
    await stores.referrals.putReferral(sent);
    await save((draft) => asSent(draft, clock.now(), sent.reference));
    await sweep(id);
    expect(await left()).toEqual(['page-1']);
  });

  test('stay when someone finishes an attempt that was cut off just as the draft is erased (late)', async () => {
    const { clock, stores, save, sending, sweep, left } = await world();
    await save(sending);
    clock.advanceMinutes(28 * DAY);
    await sweep(id);
    expect(await left()).toEqual(all);
    const sent = stored(1, 'page-1');
    await stores.referrals.putReferral(sent);
    await stores.cases.createCase(caseOnReceipt(sent.reference));
    clock.advanceMinutes(15);
    await sweep(id);
    expect(await left()).toEqual(['page-1']);
  });
});

test('two sweeps at the same moment (twice) remind once, and end a draft once', async () => {
  const { clock, stores, deps } = await world(waiting, { mailbox: 'referrer@example.org' });
  const mailed: string[] = [];
  const mailDraftLink = async (_draft: Draft, mailbox: string) => {
    mailed.push(mailbox);
    return 'SENT' as const;
  };
  const sweep = sweepDraft({ ...deps, mailDraftLink });
  clock.advanceMinutes((28 - defaultPolicy.draftReminderDays) * DAY);
  await Promise.all([sweep(id), sweep(id)]);
  await sweep(id);
  expect(mailed).toEqual(['referrer@example.org']);
  clock.advanceMinutes(defaultPolicy.draftReminderDays * DAY);
  await Promise.all([sweep(id), sweep(id)]);
  expect((await stores.drafts.readDraft(id))?.erasedAt).toBe(clock.now());
  expect(mailed).toHaveLength(1);
});

test('no one is reminded of a copy of a referral whose child has died since', async () => {
  const { clock, stores, deps } = await world(waiting, { mailbox: 'referrer@example.org', resubmits: reference });
  const died = deathRecorded(caseOnReceipt(), { now: clock.now(), policyVersion: 1 }, MACHINE);
  await stores.cases.createCase({ ...(died ?? caseOnReceipt()), version: 1 });
  const mailed: string[] = [];
  const mailDraftLink = async (_draft: Draft, mailbox: string) => {
    mailed.push(mailbox);
    return 'SENT' as const;
  };
  const sweep = sweepDraft({ ...deps, mailDraftLink });
  clock.advanceMinutes((28 - defaultPolicy.draftReminderDays) * DAY);
  await sweep(id);
  expect(mailed).toEqual([]);
  clock.advanceMinutes(defaultPolicy.draftReminderDays * DAY);
  await sweep(id);
  expect((await stores.drafts.readDraft(id))?.erasedAt).toBe(clock.now());
});
