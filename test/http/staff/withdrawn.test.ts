import { describe, expect, it } from 'vitest';
import { withdrawReferral } from '#application/intake/withdraw-referral.ts';
import { decisionSettled } from '#domain/case/decide.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { decidedWords } from '#web/staff/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { accept, taskId, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;

/** A triager with the task open, and the referrer of the same referral. */
async function opened() {
  const world = await triageWorld();
  const using = await world.signIn();
  const page = await using.get(address);
  const own = { csrf: hidden(page, 'csrf'), taskId };
  const withdraw = withdrawReferral({
    ...world.stores,
    sendNotices: async () => [],
    policy: defaultPolicy,
    now: world.clock.now,
  });
  return {
    ...world,
    using,
    decide: () => using.post(address, { ...own, ...accept }),
    undo: () => using.post(`${address}/undo`, own),
    withdraw: () => withdraw({ reference, by: 'referrer01@example.org', reason: 'They have <b>moved</b>' }),
  };
}

describe('a task whose referral was withdrawn', () => {
  it('says so, when and why, to whoever has it open', async () => {
    const { using, withdraw } = await opened();
    await withdraw();
    const page = await using.get(address);
    expect(page.status).toBe(200);
    for (const text of ['withdrew this referral on 24 September 2026 at 9am', 'They have &lt;b&gt;moved&lt;/b&gt;'])
      expect(page.body).toContain(text);
    expect(page.body).not.toContain('Poppy');
  });

  it('after a decision of theirs says that as well', async () => {
    const { using, decide, withdraw, stores, clock } = await opened();
    await decide();
    clock.advanceMinutes(5);
    const before = await stores.cases.readCase(reference);
    const settled = before && decisionSettled(before, { now: clock.now(), policyVersion: 1 });
    if (settled) await stores.cases.saveCase({ ...settled, version: settled.version + 1 });
    await withdraw();
    const page = await using.get(address);
    for (const text of [
      'Accept and offer an initial',
      'withdrew this referral on 24 September 2026 at 9:05am',
      '&lt;b&gt;moved',
    ])
      expect(page.body).toContain(text);
  });

  it('takes no decision and no undoing (late), and says that nothing was recorded', async () => {
    const { decide, undo, withdraw, stores } = await opened();
    await withdraw();
    for (const answer of [await decide(), await undo()]) {
      expect(answer.status).toBe(409);
      expect(answer.body).toContain(decidedWords.notRecorded);
      expect(answer.body).toContain('withdrew this referral');
    }
    expect((await stores.cases.readCase(reference))?.status).toBe('WITHDRAWN');
  });

  it('is opened by its link as little as an unknown one', async () => {
    const { newBrowser, token, withdraw } = await opened();
    await withdraw();
    const [used, unknown] = [
      await newBrowser().get(`/triage/l/${token}`),
      await newBrowser().get(`/triage/l/${'A'.repeat(43)}`),
    ];
    expect([used.status, used.body]).toEqual([404, unknown.body]);
  });

  it.each(Array.from({ length: 12 }, (_, n) => n))(
    'at the moment of a decision, begun %i turns before, has one winner, and the loser is told',
    async (turns) => {
      const { decide, withdraw, stores } = await opened();
      const deciding = decide();
      for (let n = 0; n < turns; n += 1) await Promise.resolve();
      const [decided, withdrawn] = await Promise.all([deciding, withdraw()]);
      const { status, task } = (await stores.cases.readCase(reference)) ?? {};
      if (withdrawn.kind === 'DONE') {
        expect([status, task, decided.status]).toEqual(['WITHDRAWN', null, 409]);
        expect(decided.body).toContain('withdrew this referral');
      } else {
        expect(withdrawn).toEqual({ kind: 'REFUSED', why: 'DECIDING' });
        expect([status, task?.decision?.outcome, decided.status]).toEqual(['IN_TRIAGE', accept.outcome, 303]);
      }
    },
  );
});
