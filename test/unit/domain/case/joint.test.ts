import { describe, expect, it, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { applyChange } from '#domain/case/change.ts';
import { deathRecorded } from '#domain/case/death.ts';
import { caseDueAt, caseRow } from '#domain/case/index-keys.ts';
import {
  isDecidedJointly,
  isJointOpen,
  jointAgreed,
  jointDecided,
  jointOpened,
  jointViewGiven,
  jointWithdrawn,
  mayAgree,
} from '#domain/case/joint.ts';
import { type JointStep, jointDue, jointTold } from '#domain/case/joint-told.ts';
import { sharedWithNow, sharedWithSince } from '#domain/case/shares.ts';
import { otherServiceActor, personActor, referrerActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { caseWith, listed } from '../../application/notices/sample.ts';

/** A Monday; the third working morning after it is Thursday. */
const at = '2026-11-30T10:00:00.000Z';
const CHASE_AT = '2026-12-03T09:00:00.000Z';
const by = personActor('pat', 'Pat', 'Service manager');
const [SEND, PHYSIO] = ['SERVICE:SERVICE_1', 'SERVICE:SERVICE_2'];
const physio = otherServiceActor('physio@example.org');
const moment = (now = at) => ({ now, policyVersion: 1 });
const waits: Case = { ...listed('LITTLE_TREASURES'), next: 'DONE', outbox: [] };
const services = [
  { to: SEND, name: 'SEND Support' },
  { to: PHYSIO, name: 'Physiotherapy' },
];
const agreement = { by, who: { place: 0 }, how: 'PHONE', on: '2026-11-30', services } as const;
const view = { what: 'AGREE', reason: 'She would enjoy it', name: 'Jo', role: 'Teacher' } as const;
const decision = { by, isYes: true, reason: 'All agree', took: 'Pat, Jo', phoned: [] };

const must = (theCase: Case | undefined): Case => {
  if (!theCase) throw new Error('The step was refused.');
  return theCase;
};
const agreed = (theCase = waits) => must(jointAgreed(theCase, moment(), agreement));
const told = (theCase: Case, step: JointStep, now = at) => must(jointTold(theCase, moment(now), step, defaultPolicy));
const viewed = (theCase: Case, to: string, now = at) =>
  must(jointViewGiven(theCase, moment(now), { ...view, to, by: physio }));
const both = () => viewed(viewed(told(agreed(), 'JOINT_ASKED'), SEND), PHYSIO);

describe('what is decided with other services', () => {
  it('is shared with each of them from the agreement of the parents on, and with no one before', () => {
    expect([isJointOpen(waits), sharedWithNow(waits), mayAgree(waits)]).toEqual([false, [], true]);
    expect(sharedWithNow(agreed())).toEqual([SEND, PHYSIO]);
    expect(agreed().joint).toMatchObject({ n: 1, agreed: { place: 0, how: 'PHONE', on: '2026-11-30', by }, dueAt: at });
    expect(jointDue(agreed(), at)).toBe('JOINT_ASKED');
  });

  it('chases who has not answered on the third working morning, once', () => {
    const asked = viewed(told(agreed(), 'JOINT_ASKED'), SEND);
    expect(caseDueAt(asked)).toBe(CHASE_AT);
    expect(jointDue(asked, plusMinutes(CHASE_AT, -1))).toBeUndefined();
    expect(jointDue(asked, CHASE_AT)).toBe('JOINT_UNANSWERED');
    const chased = told(asked, 'JOINT_UNANSWERED', CHASE_AT);
    expect([chased.joint?.chasedAt, caseDueAt(chased)]).toEqual([CHASE_AT, undefined]);
  });

  it('owes the managers word with the last view, which is also so before the links went (out of order)', () => {
    expect(jointDue(both(), at)).toBe('JOINT_ANSWERED');
    const early = viewed(viewed(agreed(), SEND), PHYSIO);
    expect(jointDue(told(early, 'JOINT_ASKED'), at)).toBe('JOINT_ANSWERED');
    expect(caseDueAt(told(both(), 'JOINT_ANSWERED'))).toBeUndefined();
  });

  it('is a yes or a no that closes the links and tells the services', () => {
    const yes = must(jointDecided(both(), moment(), decision));
    expect([isDecidedJointly(yes), isJointOpen(yes), sharedWithNow(yes), sharedWithSince(yes)]).toEqual([
      ...[true, false, []],
      ['ADVISORY'],
    ]);
    expect(jointDue(yes, at)).toBe('JOINT_ENDED');
    const no = must(jointDecided(both(), moment(), { ...decision, isYes: false }));
    expect([isDecidedJointly(no), mayAgree(no), mayAgree(yes)]).toEqual([false, true, false]);
    expect([caseRow(yes).more?.joint, caseRow(no).more?.joint, caseRow(both()).more?.joint]).toEqual([
      'YES',
      'NO',
      'OPEN',
    ]);
  });

  it('is refused while a service has said nothing and no one spoke to it', () => {
    const one = viewed(told(agreed(), 'JOINT_ASKED'), SEND);
    expect(jointDecided(one, moment(), decision)).toBeUndefined();
    const phoned = [{ to: PHYSIO, name: 'Lee, physiotherapist', said: 'She agrees' }];
    const decided = must(jointDecided(one, moment(), { ...decision, phoned }));
    expect(decided.joint?.services).toMatchObject([{ view }, { phoned: { name: 'Lee, physiotherapist', by } }]);
  });

  it('keeps a view that came while the manager was on the phone (late)', () => {
    const phoned = [{ to: PHYSIO, name: 'Lee', said: 'No' }];
    const decided = must(jointDecided(both(), moment(), { ...decision, phoned }));
    expect(decided.joint?.services.map(({ phoned: spoken }) => spoken)).toEqual([undefined, undefined]);
  });

  it('ends when the parents no longer agree, and begins again as another time when they do', () => {
    const ended = must(jointWithdrawn(both(), moment(), by));
    expect([sharedWithNow(ended), isDecidedJointly(ended), jointDue(ended, at)]).toEqual([[], false, 'JOINT_ENDED']);
    expect(jointDecided(ended, moment(), decision)).toBeUndefined();
    expect(agreed(ended).joint).toMatchObject({ n: 2, services });
    expect(agreed(ended).joint?.ended).toBeUndefined();
  });

  it('writes to no service at the end that was never written to', () => {
    expect(caseDueAt(must(jointWithdrawn(agreed(), moment(), by)))).toBeUndefined();
  });
});

test.each<[string, Case]>([
  ['it is agreed already', agreed()],
  ['the child waits for something else', { ...listed('PORTAGE_GROUP') }],
  ['the child is on no list', caseWith({})],
  ['the child has left us', { ...waits, status: 'WITHDRAWN' }],
  ['the child has died', must(deathRecorded(waits, moment(), referrerActor()))],
  [
    'no one has released the list they came with',
    { ...waits, imported: { file: 'F1', quietSince: at, sessionsHad: 0 } },
  ],
])('nothing is agreed once %s', (_why, theCase) => {
  expect(jointAgreed(theCase, moment(), agreement)).toBeUndefined();
});

test('each step counts once (twice), and none of a service that was not asked (hostile)', () => {
  const one = must(jointOpened(agreed(), moment(), PHYSIO, physio));
  expect(one.joint?.services[1]?.openedAt).toBe(at);
  expect(jointOpened(one, moment(), PHYSIO, physio)).toBeUndefined();
  expect(jointOpened(one, moment(), 'SERVICE:SERVICE_9', physio)).toBeUndefined();
  expect(jointViewGiven(viewed(one, SEND), moment(), { ...view, to: SEND, by: physio })).toBeUndefined();
  expect(jointViewGiven(one, moment(), { ...view, to: 'ADVISORY', by: physio })).toBeUndefined();
  expect(jointTold(told(one, 'JOINT_ASKED'), moment(), 'JOINT_ASKED', defaultPolicy)).toBeUndefined();
});

test.each<[string, (theCase: Case) => Case]>([
  ['moves to another list', (theCase) => ({ ...theCase, list: listed('PORTAGE_GROUP').list })],
  ['is withdrawn', (theCase) => ({ ...theCase, status: 'WITHDRAWN' })],
  ['has died', (theCase) => must(deathRecorded(theCase, moment(), referrerActor()))],
])('no service is chased about a child who %s', (_what, change) => {
  const after = change(told(agreed(), 'JOINT_ASKED'));
  expect(jointDue(after, '2027-01-01T00:00:00.000Z')).toBeUndefined();
});

describe('a child who waits for Little Treasures no more', () => {
  const asked = told(agreed(), 'JOINT_ASKED');
  const elsewhere = { list: listed('PORTAGE_GROUP').list };

  it.each<[string, Parameters<typeof applyChange>[2]]>([
    ['moved to another list', elsewhere],
    ['was withdrawn', { status: 'WITHDRAWN' }],
    ['was closed', { status: 'CLOSED', list: null }],
  ])('closes the links by the write that says that they %s, and the services are owed word', (_what, patch) => {
    const after = applyChange(asked, moment(), patch);
    expect([after.joint?.ended?.why, sharedWithNow(after), jointDue(after, at)]).toEqual(['LEFT', [], 'JOINT_ENDED']);
    expect(after.history.at(-1)?.event).toBe('JOINT_LEFT');
    expect(applyChange(after, moment(), {}).history).toEqual(after.history);
    expect(sharedWithNow(applyChange(after, moment(), { status: 'ON_WAITING_LIST', list: waits.list }))).toEqual([]);
  });

  it('writes to no service that was never written to, nor after a death', () => {
    expect(jointDue(applyChange(agreed(), moment(), elsewhere), at)).toBeUndefined();
    const died = must(deathRecorded(asked, moment(), referrerActor()));
    expect([died.joint?.ended, sharedWithNow(died), jointDue(died, at)]).toEqual([undefined, [], undefined]);
  });

  it('leaves alone what was decided before', () => {
    const yes = must(jointDecided(both(), moment(), decision));
    expect(applyChange(yes, moment(), elsewhere).joint).toEqual(yes.joint);
  });
});
