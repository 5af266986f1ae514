import fc from 'fast-check';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { openTask } from '#application/triage/open-task.ts';
import { remindPeople } from '#application/triage/remind-people.ts';
import { digestAfter } from '#domain/notices/hold.ts';
import * as change from '#domain/people/change.ts';
import type { Person } from '#domain/people/person.ts';
import { seededTeam } from '#domain/people/seed.ts';
import type { Team } from '#domain/people/team.ts';
import type { Email, Mailer } from '#domain/ports/services.ts';
import { NotSent } from '#domain/problems/errors.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock, testLog, testRandom } from '#test/http/doubles.ts';
import { validLink } from '#web/access/staff-link.ts';
import { baseUrl, caseWith, config, reference, referral } from './sample.ts';

/** One change of the team, made just before the call of that number to the table or the mail service. */
export interface Planned {
  readonly call: number;
  readonly what: 'LEAVES' | 'JOINS' | 'MOVES' | 'SWAPS' | 'AWAY';
  readonly who: number;
}

const whats = fc.constantFrom('LEAVES', 'JOINS', 'MOVES', 'SWAPS', 'AWAY');
/** The steps of a task take some forty calls: changes fall between any two of them. */
export const anyPlan: fc.Arbitrary<Planned[]> = fc.array(fc.record({ call: fc.nat(60), what: whats, who: fc.nat(9) }), {
  maxLength: 6,
});
/** The numbers of the emails that the mail service puts off. */
export const anyFailures = fc.array(fc.nat(6), { maxLength: 4 });

const render = createNoticeRenderer();
const moment = { now: '2026-09-24T09:00:00.000Z', by: { kind: 'MACHINE' } } as const;

/** An email that went, and the team as it was when it was last looked at before. */
export interface Went {
  readonly email: Email;
  readonly seen: Team;
}

/** One case before triage, in a service whose team changes as planned between any two calls to what it stands on. */
export async function changingTeam(plan: readonly Planned[], putOff: readonly number[]) {
  const stores = createMemoryStores();
  const clock = testClock('2026-09-24T09:00:00.000Z');
  const went: Went[] = [];
  let [calls, mails] = [0, 0];
  let [team, seen] = [seededTeam(config), seededTeam(config)];
  const save = async (next: change.TeamChange) => {
    if ('refused' in next) return;
    team = next;
    if (!(await stores.team.saveTeam(next))) throw new Error('The team was not saved.');
  };
  const make = async ({ what, who }: Planned) => {
    const here = team.people.filter(({ isActive }) => isActive);
    const [one, other] = [here[who % here.length], here[(who + 1) % here.length]];
    if (!one || !other) return;
    if (what === 'LEAVES') await save(change.left(team, moment, one.id));
    if (what === 'JOINS') await save(change.joined(team, moment, newcomer(calls)));
    if (what === 'MOVES') await save(change.mailboxChanged(team, moment, one.id, `moved${calls}@example.org`));
    if (what === 'SWAPS' && one !== other) await save(swapped(team, one, other));
    if (what === 'AWAY') {
      await save(change.deputyChanged(team, moment, one.id, other.id));
      await save(change.leaveChanged(team, moment, one.id, [{ from: '2026-09-01', to: '2026-12-31' }]));
    }
  };
  const tick = async () => {
    calls += 1;
    for (const one of plan.filter(({ call }) => call === calls)) await make(one);
  };
  const mailer: Mailer = {
    send: async (email) => {
      await tick();
      mails += 1;
      if (putOff.includes(mails)) throw new NotSent('Throttled.');
      // The receipt of the family goes beside them, and no change of the team has to do with it.
      if (email.tags.noticeId.includes('-PERSON-')) went.push({ email, seen });
      return { messageId: `m${mails}` };
    },
  };
  const before = <A extends unknown[], R>(act: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      await tick();
      return act(...args);
    };
  };
  const { cases, notices, access } = stores;
  const deps = {
    ...stores,
    cases: { ...cases, readCase: before(cases.readCase), saveCase: before(cases.saveCase) },
    notices: {
      ...notices,
      claimNotice: before(notices.claimNotice),
      readNotice: before(notices.readNotice),
      saveNotice: before(notices.saveNotice),
    },
    access: { ...access, putLink: before(access.putLink) },
    team: {
      readTeam: before(async () => {
        seen = team;
        return stores.team.readTeam();
      }),
    },
    ...{ mailer, render, config, policy: defaultPolicy, baseUrl, log: testLog(), random: testRandom(), now: clock.now },
  };
  // Of a referrer who was asked in vain: they are not written to now, the team alone is.
  const silent = { referrerWasSilent: true } as const;
  await stores.cases.createCase(caseWith({ status: 'IN_TRIAGE', next: 'TRIAGE', outbox: [], ...silent }));
  const dates = { receivedAt: clock.now(), referralOn: '2026-09-24' };
  await stores.referrals.putReferral({ reference, caller: 'c', keyHash: 'k', bodyHash: 'b', ...dates, body: referral });
  const steps = { ...deps, sendNotices: sendNotices(deps) };
  const open = async () => (await stores.notices.noticesOf(reference)).filter(({ state }) => state === 'CLAIMED');
  const settleDue = async () => {
    for (const due of await stores.indexes.due('NOTICE', clock.now(), 100)) {
      if ('noticeId' in due) await settleNotice(deps)(due.reference, due.noticeId);
    }
  };
  return {
    went,
    team: () => team,
    /** Every change that is still to come is made now. */
    quiet: async () => {
      for (const one of plan.filter(({ call }) => call > calls)) await make(one);
      calls = Number.MAX_SAFE_INTEGER;
    },
    open: () => openTask(steps)({ referralId: reference, executionName: '', token: 't', kind: 'TRIAGE' }),
    remind: async () => {
      const dueAt = (await stores.cases.readCase(reference))?.task?.dueAt ?? clock.now();
      clock.advanceMinutes((Date.parse(dueAt) - Date.parse(clock.now())) / 60_000);
      await remindPeople(steps)({ referralId: reference, executionName: '' });
    },
    /** What the sweeper does with notices that were cut off or wait for a digest, until none is left. */
    sweep: async () => {
      for (let round = 0; round < 4; round += 1) {
        clock.advanceMinutes(3);
        await settleDue();
      }
      for (let morning = 0; morning < 5 && (await open()).length > 0; morning += 1) {
        clock.advanceMinutes((Date.parse(digestAfter(clock.now(), defaultPolicy)) - Date.parse(clock.now())) / 60_000);
        await settleDue();
      }
    },
    notices: () => stores.notices.noticesOf(reference),
    /** Those who may open the task now. */
    asked: async () => (await stores.cases.readCase(reference))?.task?.recipients,
    /** Who a link lets in at this moment. */
    holderOf: async ({ email }: Went) => {
      const token = /\/triage\/l\/(\S+)/.exec(email.text)?.[1] ?? '';
      const deps = { ...stores, readTeam: async () => team, now: clock.now, config: {} };
      return (await validLink(deps, token))?.person;
    },
  };
}

/** The id of the member of staff in the id of a notice. */
export const personOf = ({ email }: Went) => email.tags.noticeId.split('-PERSON-').at(-1);

function newcomer(n: number) {
  return { id: `new${n}`, name: 'N', mailbox: `new${n}@example.org`, roles: ['TRIAGER'] as const };
}

function swapped(team: Team, one: Person, other: Person): change.TeamChange {
  const aside = change.mailboxChanged(team, moment, one.id, 'aside@example.org');
  const moved = 'refused' in aside ? aside : change.mailboxChanged(aside, moment, other.id, one.mailbox);
  const done = 'refused' in moved ? moved : change.mailboxChanged(moved, moment, one.id, other.mailbox);
  return 'refused' in done ? done : { ...done, version: team.version + 1 };
}
