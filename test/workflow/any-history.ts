import fc from 'fast-check';
import * as z from 'zod';
import { personActor } from '#domain/people/actor.ts';
import type { Email } from '#domain/ports/services.ts';
import { Transient } from '#domain/problems/errors.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { bodyOf } from '#test/cases.ts';
import { instance } from './instance.ts';
import { reopen } from './reopen.ts';
import { caseOf, decide, waitInVain } from './road.ts';

const bodySchema = z.looseObject({ child: z.looseObject({}) });
const by = personActor('sam', 'Sam Field', 'Portage practitioner');
const REFERRER = 'referrer01@example.org';
const DAY = 24 * 60;

const mother = { name: 'A. Mother', email: 'mother@example.org' };
const father = { name: 'B. Father', email: 'father@example.org' };
const families = [
  { parents: [mother] },
  { parents: [mother, father] },
  { parents: [mother, { ...father, doNotContact: true }] },
  { parents: [{ ...mother, safeContact: 'Ring first' }] },
  { parents: [{ name: 'A. Mother', phone: '01632 960001' }] },
];

const kinds = ['WHOLE', 'OVER_3', 'AT_SCHOOL', 'NO_EVIDENCE', 'NOT_AGREED'] as const;

/** What the rules say of a referral: it goes to people, or is stopped by one of them. */
interface Like {
  readonly dob?: string;
  readonly rest?: object;
}
const likes: Readonly<Record<(typeof kinds)[number], Like>> = {
  WHOLE: {},
  OVER_3: { dob: '2022-11-03' },
  AT_SCHOOL: { dob: '2019-11-03' },
  NO_EVIDENCE: { rest: { evidence: [] } },
  NOT_AGREED: { rest: { consent: { parentAgreesToReferral: false, parentUnderstandsAims: true } } },
};

/** What is referred: how the rules see it, its family, and whether a form looks as if no person had sent it. */
export const anyReferral = fc.record({
  like: fc.constantFrom('WHOLE', 'WHOLE', ...kinds),
  family: fc.constantFrom(...families),
  isLookedAfter: fc.constantFrom(false, false, false, true),
  isAtRisk: fc.constantFrom(false, false, false, true),
  isSuspect: fc.constantFrom(false, false, false, true),
  isTwice: fc.constantFrom(false, false, true),
});
type Referred = typeof anyReferral extends fc.Arbitrary<infer One> ? One : never;

/** Something that people, the mail service or time do. What is not possible at its moment changes nothing. */
export const anyStep = fc.oneof(
  fc.record({
    does: fc.constant('DECIDE' as const),
    outcome: fc.constantFrom(
      'DECLINE',
      'REDIRECT',
      'ACCEPT_INITIAL_ASSESSMENT',
      'CONFIRMED_DUPLICATE',
      'NOT_A_REFERRAL',
    ),
    isUndone: fc.constantFrom(false, false, true),
  }),
  fc.record({ does: fc.constant('BOUNCE' as const), family: fc.boolean(), status: fc.constantFrom('5.1.1', '4.4.1') }),
  fc.record({ does: fc.constant('MAIL' as const), isDown: fc.boolean() }),
  fc.record({ does: fc.constant('PASS' as const), days: fc.constantFrom(1, 5, 16) }),
  fc.record({
    does: fc.constantFrom(
      ...(['CLEAR', 'WITHDRAW', 'DIED', 'ALIVE', 'REFERRER_TOLD', 'STAFF_TOLD', 'REOPEN', 'WAIT', 'SWEEP'] as const),
    ),
  }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer One> ? One : never;
type Instance = ReturnType<typeof instance>;

async function submit(one: Instance, referred: Referred, key: string) {
  const { like, family, isLookedAfter, isAtRisk, isSuspect } = referred;
  for (let i = 0; i < 3; i += 1) one.evidence.upload('caller-1', `${key}-${i}`);
  const { dob, rest: patch } = likes[like];
  const { child, ...rest } = bodySchema.parse(
    bodyOf(
      'C01',
      ['0', '1', '2'].map((i) => `${key}-${i}`),
    ),
  );
  const body = {
    ...rest,
    child: { ...child, ...(dob && { dob }) },
    ...patch,
    family,
    ...(isLookedAfter ? { socialCare: { status: 'LOOKED_AFTER' } } : {}),
    ...(isAtRisk
      ? { immediateRisk: true, emergencyCallMadeAt: '2026-09-24T07:00', emergencyCallMadeBy: 'A. Referrer' }
      : {}),
  };
  const result = await one.submit({ caller: 'caller-1', idempotencyKey: `the-key-${key}`, body, isSuspect });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}

/** A whole service in which one child is referred, once or twice, and everything that is then done to the last referral. */
export async function begun(referred: Referred) {
  let isDown = false;
  const one = instance({
    send: async (email) => {
      if (isDown) throw new Transient('The mail service is out of reach.');
      sent.push(email);
      return { messageId: `m${sent.length}` };
    },
  });
  const sent: Email[] = [];
  const first = await submit(one, referred, 'first');
  const reference = referred.isTwice ? await submit(one, { ...referred, isSuspect: false }, 'second') : first;
  const doTodo = async () => {
    const open = (await one.todos.todosOf(reference)).find(({ kind, done }) => kind === 'TELL_IN_PERSON' && !done);
    const on = londonDateOf(one.clock.now());
    if (open) await one.tellInPerson(open, by, { how: 'BY_PHONE', on, words: 'Sam Field' });
  };
  const bounce = async ({ family, status }: { readonly family: boolean; readonly status: string }) => {
    const to = family ? 'FAMILY' : 'REFERRER';
    const entry = (await one.notices.noticesOf(reference)).findLast(
      (notice) => notice.to.startsWith(to) && notice.state === 'SENT',
    );
    const tags = { reference: [reference], noticeId: [entry?.id ?? 'none'] };
    const news = { type: 'Permanent', subType: 'General', status };
    await one.record({ detail: { eventType: 'Bounce', news, mail: { tags } } });
  };
  const acts: Record<Exclude<Step['does'], 'DECIDE' | 'BOUNCE' | 'MAIL' | 'PASS'>, () => Promise<unknown>> = {
    CLEAR: async () => {
      await decide(one, reference, 'GENUINE_REFERRAL');
      await decide(one, reference, 'NOT_A_DUPLICATE');
    },
    WITHDRAW: () => one.withdraw({ reference, by: REFERRER, reason: 'The family has moved' }),
    DIED: () => one.died({ reference, by }),
    ALIVE: () => one.undoDied({ reference, by, reason: 'It was another child' }),
    REFERRER_TOLD: () =>
      one.recordTold({ reference, by: REFERRER, how: 'BY_PHONE', on: londonDateOf(one.clock.now()) }),
    STAFF_TOLD: doTodo,
    REOPEN: () => reopen(one, reference),
    WAIT: async () => (one.engine.nextDueAt() === undefined ? undefined : waitInVain(one)),
    SWEEP: () => one.sweep(),
  };
  const step = async (next: Step) => {
    if (next.does === 'DECIDE') {
      const { task } = await caseOf(one, reference);
      await decide(one, reference, next.outcome);
      if (next.isUndone && task) await one.undo({ reference, taskId: task.id, by });
      one.clock.advanceMinutes(5);
    } else if (next.does === 'BOUNCE') await bounce(next);
    else if (next.does === 'MAIL') isDown = next.isDown;
    else if (next.does === 'PASS') one.clock.advanceMinutes(next.days * DAY);
    else await acts[next.does]();
    await one.sweep();
    one.clock.advanceMinutes(3);
    await one.sweep();
  };
  return { one, reference, step, sent };
}
