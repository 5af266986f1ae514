import type { Case } from '#domain/case/case.ts';
import { closedWithSupport } from '#domain/case/close-support.ts';
import { takenOffInSupport } from '#domain/case/to-support.ts';
import type { Moment } from '#domain/process/process.ts';
import { closingReasonSchema } from '#domain/support/closing-reasons.ts';
import { caseClosed } from '#domain/support/end.ts';
import type { Support } from '#domain/support/support.ts';
import { changeCase } from '../change-case.ts';
import type { SupportDeps } from './deps.ts';
import { changeSupport } from './support-store.ts';

/**
 * Closes the case of a child whose support staff closed, or whom they took off the lists while the support held the place, and notes it. The sweeper calls
 * it too, so that a crash between the two writes is finished. It may run twice.
 */
export async function closeCase(
  deps: Pick<SupportDeps, 'supports' | 'cases' | 'now' | 'policy'>,
  support: Support,
): Promise<void> {
  const { reference, toClose } = support;
  if (toClose === undefined) return;
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  await changeCase(deps.cases, reference, (found) => closed(found, moment, support));
  await changeSupport(deps.supports, reference, (found) => caseClosed(found, moment));
}

function closed(theCase: Case, moment: Moment, { ended, started }: Support): Case | undefined {
  const why = closingReasonSchema.safeParse(ended?.why).data;
  if (!ended?.by || why === undefined) return takenOffInSupport(theCase, moment);
  return closedWithSupport(theCase, moment, { why, by: ended.by, pathway: started?.pathway ?? '' });
}
