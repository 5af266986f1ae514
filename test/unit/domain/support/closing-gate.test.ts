import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { withdrawalAnswered, withdrawalAsked, withdrawalTodoId } from '#domain/case/ask-withdrawal.ts';
import type { AssessmentChange } from '#domain/case/book-assessment.ts';
import type { Case } from '#domain/case/case.ts';
import { entryChanged, holdsPlace } from '#domain/case/change-entry.ts';
import { isOpen, type Status, statusSchema } from '#domain/case/codes.ts';
import { assessmentGoesOn, type GoesOn } from '#domain/case/record-assessment.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { type Leaving, takingOff } from '#domain/lists/change-place.ts';
import { closingWhys, mustPassGate } from '#domain/lists/closing-whys.ts';
import { leftWhySchema } from '#domain/lists/list-events.ts';
import { personActor } from '#domain/people/actor.ts';
import { type Closing, supportClosed } from '#domain/support/close.ts';
import { closingGateSchema } from '#domain/support/closing-gate.ts';
import { closingReasonSchema, closingReasons } from '#domain/support/closing-reasons.ts';
import { takenOff } from '#domain/support/end.ts';
import type { Support } from '#domain/support/support.ts';
import { caseAfter } from '#test/unit/domain/lists/place-histories.ts';
import { aGate, gateAnswers } from './gate-sample.ts';
import { handedOver } from './support-states.ts';

const by = personActor('pat', 'Pat Green', 'Service manager');
const moment = { now: '2026-10-09T09:00:00.000Z', policyVersion: 1 };
const because = { by, now: moment.now, reason: 'Spoken to' };
const listed = caseAfter(['accepted', 'band confirmed']);
const made = (changed: AssessmentChange) => ('refused' in changed ? undefined : changed);

function takenOffList(leaving: Leaving): Case | undefined {
  const change = listed.list ? takingOff(leaving, because)(listed.list, listed.reference) : undefined;
  return change && holdsPlace(listed) ? entryChanged(listed, moment, change) : undefined;
}

function takenOffSupport(leaving: Leaving) {
  const { support } = handedOver('23456789CDF');
  const change = support.list ? takingOff(leaving, because)(support.list, support.reference) : undefined;
  return change && takenOff(support, moment, change.events);
}

function agreed(): Case | undefined {
  const asked = withdrawalAsked(listed, moment, { reason: 'They moved', by });
  const answer = { said: 'AGREED', words: 'The mother', by, gate: aGate } as const;
  return asked && withdrawalAnswered(asked, moment, { ...answer, todo: withdrawalTodoId(asked) ?? '' });
}

const missedTwice: Case = {
  ...listed,
  assessment: { bookings: 2, missed: [], asked: { at: moment.now, why: 'MISSED_TWICE' } },
};

const cancelled = { what: 'FAMILY_CANCELLED', childSeen: false, by, at: moment.now } as const;
const aVisit = { kind: 'SESSION', where: 'HOME', at: '09:30', plannedBy: by, plannedAt: moment.now } as const;
const cancelledTwice: Support['block'] = {
  ...{ pathway: 'HOME_VISITING', practitioner: 'kim', since: moment.now },
  visits: ['2026-10-06', '2026-10-07'].map((on, n) => ({ ...aVisit, id: `V${n + 1}`, on, outcome: cancelled })),
};

/** A support that has begun, closed. */
function closedFor(closing: Closing, block?: Support['block']) {
  const { support } = handedOver('23456789CDF');
  const begun: Support = { ...support, status: 'STARTED', list: null, ...(block && { block }) };
  return supportClosed(begun, moment, { ...closing, by, report: 'He sits' });
}

/** Every edge by which people let a child go whom no one sees, of both state machines. */
const gated = [
  ['a place in the case: NOT_REACHED', () => takenOffList({ why: 'NOT_REACHED', gate: aGate })],
  ['a place in the support: NOT_REACHED', () => takenOffSupport({ why: 'NOT_REACHED', gate: aGate })],
  ['a pattern, where the family says no', () => takenOffList({ why: 'FAMILY_DECLINED', gate: aGate })],
  [
    'visits that were missed: TAKE_OFF',
    () => made(assessmentGoesOn(missedTwice, moment, { ...because, what: 'TAKE_OFF', gate: aGate })),
  ],
  ['a withdrawal that the family agreed to', agreed],
  ...closingReasonSchema.options
    .filter((why) => closingReasons[why] === 'GATE')
    .map((why) => [`a support that has begun: ${why}`, () => closedFor({ why, gate: aGate })] as const),
  [
    'a support that has begun, after a pattern: FINISHED',
    () => closedFor({ why: 'FINISHED', gate: aGate }, cancelledTwice),
  ],
] as const;

/** How a case comes to each status in which it has ended: a status of a later release does not compile without its line. */
const endings: Readonly<Record<Exclude<Status, Open>, 'GATE' | 'BEFORE_A_LIST' | 'SEEN_ELSEWHERE'>> = {
  // Machine or team, before the child was on a list: the referrer is told how to ask again, and the family hears of it.
  ...{ NOT_ACCEPTED: 'BEFORE_A_LIST', DECLINED: 'BEFORE_A_LIST', OUT_OF_SCOPE: 'BEFORE_A_LIST' },
  REDIRECTED: 'SEEN_ELSEWHERE',
  ...{ WITHDRAWN: 'GATE', CLOSED: 'GATE' },
};
type Open =
  | 'RECEIVED'
  | 'AWAITING_REFERRER'
  | 'IN_TRIAGE'
  | 'HELD_AS_DUPLICATE'
  | 'HELD_FOR_A_PERSON'
  | 'ON_WAITING_LIST'
  | 'IN_SUPPORT'
  | 'PARKED';

/** A status of which a case or a support is open, as it stands in a line, and what is the type of one. */
const OPEN = [...statusSchema.options.filter(isOpen), 'WAITING', 'OFFERED', 'ACCEPTED', 'STARTED'].map(
  (one) => `'${one}'`,
);
const TYPE = /^(Status|openCode|Support\['status'\])/;

/** Each line of both state machines that gives a status which is not known to be open, by its file. A new one fails the test. */
function edges(): string[] {
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  const given = /\bstatus: ([^,;)}\n]+)/g;
  return globSync('{domain/{case,support,lists},application}/**/*.ts', { cwd: root })
    .filter(
      (file) =>
        !file.startsWith('application') || /applyChange|changed\(/.test(readFileSync(`${root}/${file}`, 'utf8')),
    )
    .flatMap((file) =>
      [...readFileSync(`${root}/${file}`, 'utf8').matchAll(given)]
        .map(([, value = '']) => value.replace(/ as const$/, '').trim())
        .filter((value) => !OPEN.includes(value) && !TYPE.test(value))
        .map((value) => `${file} ${value}`),
    )
    .sort();
}

describe('every edge by which a child is let go', () => {
  test.each(gated)('%s leaves in the history what was done before, with a name', (_edge, close) => {
    const after = close();
    const event = after?.history.find(({ event: name }) => name === 'CLOSING_CHECKED');
    expect(event).toMatchObject({
      by,
      channels: ['PHONE', 'LETTER'],
      name: 'Pat Green',
      text: gateAnswers.safeguarding,
    });
    expect(after?.list).toBeNull();
  });

  test('does not compile without what passed the gate', () => {
    expectTypeOf<{ why: 'NOT_REACHED' }>().not.toExtend<Leaving>();
    expectTypeOf<{ why: 'WITHDRAWN' }>().not.toExtend<Leaving>();
    expectTypeOf<{ what: 'TAKE_OFF'; reason: string }>().not.toExtend<GoesOn>();
    for (const why of ['NO_CONTACT', 'NO_REPLY', 'WAS_NOT_BROUGHT'] as const)
      expectTypeOf<{ why: typeof why }>().not.toExtend<Closing>();
    // What was only typed has not passed.
    expectTypeOf<{ why: 'NOT_REACHED'; gate: typeof gateAnswers }>().not.toExtend<Leaving>();
  });

  test('is known: each status in which a case ends says how', () => {
    expect(Object.keys(endings).sort()).toEqual(statusSchema.options.filter((one) => !isOpen(one)).sort());
    expect(Object.keys(closingWhys).sort()).toEqual([...leftWhySchema.options].sort());
  });

  test('is one of these: no other line of either state machine ends a case or a support', () => {
    expect(edges()).toEqual([
      // A child off a list of the case: `Leaving` asks for the gate.
      "domain/case/change-entry.ts 'CLOSED'",
      // With a support that was closed, which passed it.
      "domain/case/close-support.ts 'CLOSED'",
      "domain/case/death.ts 'WITHDRAWN'",
      // The decision of the team, before the child is on a list, and a referral that is a duplicate of another.
      ...[
        "domain/case/decide.ts 'DECLINED'",
        "domain/case/decide.ts 'NOT_ACCEPTED'",
        "domain/case/decide.ts 'REDIRECTED'",
      ],
      // Of a present list: their support had ended before they were brought in.
      "domain/case/imported.ts 'CLOSED'",
      // The advisory teachers see the child.
      "domain/case/record-assessment.ts 'REDIRECTED'",
      // No referral of anyone.
      "domain/case/suspicion.ts 'NOT_ACCEPTED'",
      // What someone waits for: open, whatever it is.
      'domain/case/task.ts waiting[opening.kind]',
      // With a support whose child was taken off a list: `Leaving` again.
      "domain/case/to-support.ts 'CLOSED'",
      "domain/case/withdraw.ts 'WITHDRAWN'",
      "domain/support/close.ts 'ENDED'",
      // One follows its case, the other takes the child off a list.
      ...["domain/support/end.ts 'ENDED'", "domain/support/end.ts 'ENDED'"],
      // What it was before, so that a mistake can be undone.
      "domain/support/end.ts freed.patch.offers ? ('WAITING'",
      "domain/support/end.ts given.patch.offers && status !== 'STARTED' ? ('WAITING'",
    ]);
  });

  test('of a support that has begun counts the visits that its family cancelled, whatever reason is given', () => {
    expect(closedFor({ why: 'FINISHED' })).toBeDefined();
    expect(closedFor({ why: 'FINISHED' }, cancelledTwice)).toBeUndefined();
    expect(closedFor({ why: 'STARTED_SCHOOL' }, cancelledTwice)).toBeDefined();
  });

  test('a withdrawal of a child with a place is refused until the family was spoken to', () => {
    const how = { reason: 'They moved', by };
    expect(withdrawn(listed, moment, how)).toBeUndefined();
    expect(withdrawn({ ...listed, status: 'IN_SUPPORT' }, moment, how)).toBeUndefined();
  });

  test('counts a pattern of missed visits and refused offers, whatever reason is given for it', () => {
    const asked = (nothing: number) => leftWhySchema.options.filter((why) => mustPassGate(why, nothing)).sort();
    expect(asked(1)).toEqual(['NOT_REACHED', 'WITHDRAWN']);
    expect(asked(2)).toEqual(['FAMILY_DECLINED', 'MOVED_AWAY', 'NOT_REACHED', 'OTHER_SERVICE', 'WITHDRAWN']);
  });
});

describe('the gate', () => {
  const typed = { ...gateAnswers, isReached: false };
  const faultsOf = (changes: object) =>
    closingGateSchema.safeParse({ ...typed, ...changes }).error?.issues.map(({ message }) => message) ?? [];

  test.each([
    [{}, []],
    [{ channels: ['PHONE'] }, ['CHANNELS_MISSING']],
    [{ channels: ['PHONE', 'PHONE'] }, ['CHANNELS_MISSING']],
    [{ channels: ['PHONE'], isReached: true }, []],
    [{ channels: [], isReached: true }, ['CHANNELS_MISSING']],
    [{ met: '' }, ['MET_MISSING']],
    [{ referrerTold: '' }, ['REFERRER_MISSING']],
    [{ visitorTold: 'no' }, ['VISITOR_MISSING']],
    [{ safeguarding: '  ' }, ['SAFEGUARDING_MISSING']],
    [{ gateName: '' }, ['GATE_NAME_MISSING']],
    [{ channels: [], gateName: '' }, ['GATE_NAME_MISSING', 'CHANNELS_MISSING']],
  ])('says of %o all that is missing: %o', (changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });
});
