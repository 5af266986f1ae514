import { takenOffInSupport } from '#domain/case/to-support.ts';
import { caseClosed } from '#domain/support/end.ts';
import type { Support } from '#domain/support/support.ts';
import { changeCase } from '../change-case.ts';
import type { SupportDeps } from './deps.ts';
import { changeSupport } from './support-store.ts';

/**
 * Closes the case of a child whom staff took off the lists while the support held the place, and notes it. The sweeper calls
 * it too, so that a crash between the two writes is finished. It may run twice.
 */
export async function closeCase(
  deps: Pick<SupportDeps, 'supports' | 'cases' | 'now' | 'policy'>,
  { reference, toClose }: Support,
): Promise<void> {
  if (toClose === undefined) return;
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  await changeCase(deps.cases, reference, (found) => takenOffInSupport(found, moment));
  await changeSupport(deps.supports, reference, (found) => caseClosed(found, moment));
}
