import { type Actor, actorCode } from '../people/actor.ts';
import { personCode } from '../people/code.ts';
import type { Reading } from '../people/reading.ts';
import type { Moment } from '../process/process.ts';
import type { Case, Decision } from './case.ts';
import { applyChange } from './change.ts';

/** What someone can have read of a referral before they decide on it, in the order of the page. */
export const READ_BEFORE = ['RECORD', 'DOCUMENTS', 'SUMMARY', 'PACK', 'MEETING'] as const;

/** What a person had read of a referral by their readings, and in a meeting if they decided in one: each code once. */
export function readBefore(readings: readonly Reading[], person: string, inMeeting: boolean): string[] {
  const code = personCode({ id: person });
  const theirs = readings.filter(({ by }) => actorCode(by) === code).map(({ what }) => what);
  const seen = new Set(theirs.map((what) => (isDocument(what) ? 'DOCUMENTS' : what)));
  if (inMeeting) seen.add('MEETING');
  return READ_BEFORE.filter((one) => seen.has(one));
}

function isDocument(what: string): boolean {
  return /^(EVIDENCE|EARLY_HELP_ASSESSMENT)/.test(what);
}

/** What is taken as read: as it was corrected, or as it was recorded. */
export function readIn({ read, corrected }: NonNullable<Decision['involvement']>): readonly string[] {
  return corrected?.read ?? read;
}

interface Correction {
  readonly taskId: string;
  readonly by: Actor;
  readonly read: readonly string[];
  readonly reason: string;
}

/**
 * The case with what who decided says they had read before; what was recorded stays beside it. Undefined for anyone else, and
 * once the decision stands in a sealed part.
 */
export function involvementCorrected(theCase: Case, moment: Moment, correction: Correction): Case | undefined {
  const { taskId, by, reason } = correction;
  const read = [...correction.read];
  const correct = <Of extends Decision>(decision: Of): Of | undefined => {
    const { involvement } = decision;
    if (!involvement || actorCode(decision.by) !== actorCode(by)) return undefined;
    return { ...decision, involvement: { ...involvement, corrected: { at: moment.now, read, reason } } };
  };
  const event = { event: 'INVOLVEMENT_CORRECTED', by, task: taskId, read, text: reason } as const;
  const { task, moveBy } = theCase;
  if (task?.id === taskId) {
    const decision = task.decision && correct(task.decision);
    return decision && applyChange(theCase, moment, { task: { ...task, decision }, moveBy }, event);
  }
  const settled = theCase.decisions.find((one) => one.taskId === taskId);
  const after = settled && correct(settled);
  if (!after) return undefined;
  const decisions = theCase.decisions.map((one) => (one === settled ? after : one));
  return applyChange(theCase, moment, { decisions, moveBy }, event);
}
