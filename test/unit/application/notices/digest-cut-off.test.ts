import { describe, expect, test } from 'vitest';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { digestAfter } from '#domain/notices/hold.ts';
import { heldEntry } from '#domain/notices/ledger.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { COPY } from '#test/kit/words/emails.ts';
import { type CutOff, dyingProcess } from './cut-off.ts';
import { caseWith, listed, manager, reference, referral, taskOf } from './sample.ts';
import { world } from './world.ts';

const other = '98765432ZYX';
const DAY = 24 * 60;
const band = { id: 'TEAM_LISTED-1', kind: 'TEAM_LISTED', to: manager } as const;
const triage = { id: 'TRIAGE_REQUEST-1', kind: 'TRIAGE_REQUEST', to: manager, taskId: `${other}-T1` } as const;

/** One manager for whom two things wait: a band that makes a digest go this morning, and a request that goes along. */
async function twoHeld() {
  const one = await world({ ...listed('PORTAGE_GROUP'), next: 'DONE', outbox: [] });
  const { stores, deps, clock, post } = one;
  const task = { ...taskOf('TRIAGE'), id: `${other}-T1` };
  await stores.cases.createCase(caseWith({ reference: other, status: 'IN_TRIAGE', next: 'TRIAGE', tasks: 1, task }));
  const dates = { receivedAt: clock.now(), referralOn: '2026-09-24' };
  const sent = { caller: 'c', keyHash: 'k', bodyHash: 'b', ...dates, body: referral };
  await stores.referrals.putReferral({ reference: other, ...sent });
  const morning = digestAfter(clock.now(), defaultPolicy);
  await stores.notices.claimNotice(heldEntry(reference, band, clock.now(), morning));
  await stores.notices.claimNotice(heldEntry(other, triage, clock.now(), plusMinutes(morning, 20 * DAY)));
  clock.advanceMinutes((Date.parse(morning) - Date.parse(clock.now())) / 60_000);

  const sweepWith = async (settle: ReturnType<typeof settleNotice>) => {
    for (const due of await stores.indexes.due('NOTICE', clock.now(), 100)) {
      if ('noticeId' in due) await settle(due.reference, due.noticeId).catch(() => undefined);
    }
  };
  const held = async () => [
    await stores.notices.readNotice(reference, band.id),
    await stores.notices.readNotice(other, triage.id),
  ];
  return {
    ...{ clock, post, held, cases: stores.cases },
    sweep: () => sweepWith(settleNotice(deps)),
    /** A sweep in a process that dies; says how many calls it made. */
    sweepCutOff: async (cutOff: CutOff) => {
      const { through, calls } = dyingProcess(cutOff);
      const { notices, access, cases, mailer } = deps;
      const dying = {
        ...deps,
        notices: {
          ...notices,
          claimNotice: (notice: Parameters<typeof notices.claimNotice>[0]) =>
            through(() => notices.claimNotice(notice)),
          saveNotice: (...given: Parameters<typeof notices.saveNotice>) => through(() => notices.saveNotice(...given)),
          readNotice: (...given: Parameters<typeof notices.readNotice>) => through(() => notices.readNotice(...given)),
        },
        access: {
          ...access,
          putLink: (link: Parameters<typeof access.putLink>[0]) => through(() => access.putLink(link)),
        },
        cases: {
          ...cases,
          readCase: (of: string) => through(() => cases.readCase(of)),
          saveCase: (next: Parameters<typeof cases.saveCase>[0]) => through(() => cases.saveCase(next)),
        },
        mailer: { send: (email: Parameters<typeof mailer.send>[0]) => through(() => mailer.send(email)) },
      };
      await sweepWith(settleNotice(dying));
      return calls();
    },
  };
}

/** More calls than such a sweep makes: what comes after the last one is a sweep that no one cuts off. */
const everyCutOff = Array.from({ length: 30 }, (_, n) => n + 1).flatMap((call): CutOff[] => [
  { call, when: 'BEFORE' },
  { call, when: 'AFTER' },
]);

test('every call of a sweep that sends a digest is among those after which it is cut off here', async () => {
  const { sweepCutOff } = await twoHeld();
  const calls = await sweepCutOff({ call: 1_000, when: 'AFTER' });
  expect(calls).toBeGreaterThan(10);
  expect(calls).toBeLessThan(everyCutOff.length / 2);
});

describe.each([
  ['two minutes', 2],
  ['a day', DAY],
])('a digest cut off, with a sweeper that is back after %s', (_what, minutes) => {
  test.each(everyCutOff)('$when its call $call tells all that waited, and nothing twice unmarked', async (cutOff) => {
    const { sweep, sweepCutOff, clock, post, held } = await twoHeld();
    await sweepCutOff(cutOff);
    for (let sweeps = 0; sweeps < 4; sweeps += 1) {
      clock.advanceMinutes(sweeps === 0 ? minutes : 2);
      await sweep();
    }
    clock.advanceMinutes(DAY);
    await sweep();
    expect((await held()).map((entry) => [entry?.state, entry?.messageId === undefined])).toEqual([
      ['SENT', false],
      ['SENT', false],
    ]);
    for (const one of [reference, other]) {
      const telling = post.sent.filter(({ text }) => text.includes(one));
      const unmarked = telling.filter(({ text }) => !text.startsWith(COPY));
      expect([telling.length > 0, unmarked.length <= 1]).toEqual([true, true]);
    }
    expect(post.sent.length).toBeLessThanOrEqual(2);
  });
});

test.each(everyCutOff)('a digest that is refused, $when call $call, is noted once in each history', async (cutOff) => {
  const { sweep, sweepCutOff, clock, post, held, cases } = await twoHeld();
  post.refuse('manager@example.org');
  await sweepCutOff(cutOff);
  clock.advanceMinutes(2);
  await sweep();
  expect((await held()).map((entry) => entry?.state)).toEqual(['FAILED', 'FAILED']);
  for (const one of [reference, other]) {
    const noted = (await cases.readCase(one))?.history.filter(({ event }) => event === 'NOTICE_FAILED');
    expect(noted?.length).toBe(1);
  }
});
