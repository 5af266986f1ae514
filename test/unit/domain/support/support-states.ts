import type { Case } from '#domain/case/case.ts';
import { toSupportBegun, toSupportDone } from '#domain/case/to-support.ts';
import { takingOff } from '#domain/lists/change-place.ts';
import { type LeftWhy, leftWhySchema } from '#domain/lists/list-events.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy as policy } from '#domain/service/policy.ts';
import { type Answer, answered, notAnswered } from '#domain/support/answer.ts';
import { offerTakenBack, supportEnded, supportStarted, takenOff } from '#domain/support/end.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { supportResumed } from '#domain/support/resume.ts';
import { rung } from '#domain/support/rung.ts';
import type { Support } from '#domain/support/support.ts';
import { caseAfter } from '#test/unit/domain/lists/place-histories.ts';
import { aGate } from './gate-sample.ts';

const by = personActor('pat', 'Pat Green', 'Service manager');
const slot = { id: 'V1', pathway: 'PORTAGE_GROUP', locality: 'Taunton', day: 'MONDAY', at: '09:30' };
const on = (day: string) => ({ now: `${day}T09:00:00.000Z`, policyVersion: 1 });

/** A child whose place has passed to a support: the case and the support as the hand-over leaves them. */
export function handedOver(reference: string): { theCase: Case; support: Support } {
  const listed = caseAfter(['invited to the group', 'band confirmed'], reference);
  const begun = toSupportBegun(listed, on('2026-10-05'));
  const theCase = begun && toSupportDone(begun, on('2026-10-05'));
  if (!theCase || !listed.list) throw new Error('The child waits on no list.');
  return {
    theCase: { ...theCase, next: 'DONE', outbox: [] },
    support: newSupport(reference, listed.list, on('2026-10-05')),
  };
}

type Change = (support: Support) => Support | undefined;
const offered: Change = (support) => offerMade(support, on('2026-10-06'), { id: 'O1', slot, by });
const answer =
  (what: Answer['what']): Change =>
  (support) =>
    answered(support, on('2026-10-07'), { offer: 'O1', what, way: 'STAFF', by }, policy);
const takenOffFor =
  (why: LeftWhy): Change =>
  (support) => {
    const change =
      support.list &&
      takingOff({ why, gate: aGate }, { by, now: '2026-10-09T09:00:00.000Z', reason: 'Spoken to' })(support.list, '');
    return change ? takenOff(support, on('2026-10-09'), change.events) : undefined;
  };

/** After each of these the child still has the place. */
export const waits: Readonly<Record<string, readonly Change[]>> = {
  'handed over': [],
  offered: [offered],
  accepted: [offered, answer('ACCEPTED')],
  'asked for later': [offered, answer('LATER')],
  declined: [offered, answer('DECLINED')],
  'asked to be called': [offered, answer('CALL_ME')],
  'not answered': [offered, (support) => notAnswered(support, on('2026-10-07'))],
  'taken back': [offered, (support) => offerTakenBack(support, on('2026-10-07'))],
  'declined and on hold after a call': [
    offered,
    answer('DECLINED'),
    (support) => rung(support, on('2026-10-08'), { said: 'NOT_NOW', by, words: 'The mother' }, policy),
  ],
  'ended by mistake and taken up again': [
    offered,
    (support) => supportEnded(support, on('2026-10-07'), 'DIED'),
    (support) => supportResumed(support, on('2026-10-08')),
  ],
};

/** Every way off the lists, with the reason that it is to have. */
export const waysOff: readonly (readonly [name: string, off: Change, why: string])[] = [
  ['the case ends by a death', (support) => supportEnded(support, on('2026-10-09'), 'DIED'), 'DIED'],
  ['the case is withdrawn', (support) => supportEnded(support, on('2026-10-09'), 'WITHDRAWN'), 'WITHDRAWN'],
  ...leftWhySchema.options.map((why) => [`taken off: ${why}`, takenOffFor(why), why] as const),
  ['support begins', (support) => supportStarted(support, on('2026-10-09'), { on: '2026-10-09', by }), 'STARTED'],
];

/** The support after these changes; undefined where one is refused. */
export function supportAfter(support: Support, changes: readonly Change[]): Support | undefined {
  return changes.reduce<Support | undefined>((soFar, change) => soFar && change(soFar), support);
}
