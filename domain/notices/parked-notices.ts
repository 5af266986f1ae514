import type { Case } from '../case/case.ts';
import { isSuspicious } from '../case/suspicion.ts';
import { operatorUntold } from '../case/task.ts';
import { familyHearsOfDelay, isStuck, tellsReferrer } from '../case/tell-of-parked.ts';
import type { NoticeKind } from './notice.ts';

/** The notices of a parked case, and what tells them from those of an earlier run. */
interface ParkedBatch {
  readonly kinds: readonly NoticeKind[];
  readonly about?: string;
  readonly mark?: string;
}

/** Those who can decide are asked once more; where no one can, the service manager is told that a fault holds it up. */
export function parkedBatch(theCase: Case): ParkedBatch {
  const { task, run, parked } = theCase;
  if (!parked) return { kinds: [] };
  const isTime = tellsReferrer(theCase) && !isSuspicious(theCase);
  const toReferrer: NoticeKind[] = isTime ? ['REFERRER_DELAYED'] : [];
  const toFamily: NoticeKind[] = isTime && familyHearsOfDelay(theCase) ? ['FAMILY_DELAYED', 'TEAM_TELL_DELAYED'] : [];
  const isUntold = parked.told === undefined && task !== null && operatorUntold(task);
  const toOperator: NoticeKind[] = isUntold ? ['OPERATOR_ESCALATION'] : [];
  const mark = `RUN${run}-P${(parked.told ?? 0) + 1}`;
  return task === null || isStuck(theCase)
    ? { kinds: ['STUCK', ...toFamily, ...toReferrer], mark }
    : { kinds: ['NO_DECISION', ...toOperator, ...toReferrer], about: task.id, mark };
}
