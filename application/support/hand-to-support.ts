import { toSupportBegun, toSupportDone } from '#domain/case/to-support.ts';
import { newSupport } from '#domain/support/make.ts';
import type { Support } from '#domain/support/support.ts';
import { changeCase } from '../change-case.ts';
import type { SupportDeps } from './deps.ts';

/**
 * Hands the place of a child from the case to a support, in three writes: the case says so, the support holds the place, the case
 * gives it up. A call, or the sweeper, finishes what was cut off. Undefined where the child waits on no list.
 */
export function handToSupport(
  deps: Pick<SupportDeps, 'supports' | 'cases' | 'now' | 'policy'>,
): (reference: string) => Promise<Support | undefined> {
  return async (reference) => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase } = await changeCase(deps.cases, reference, (current) => toSupportBegun(current, moment));
    if (!theCase.toSupport) return undefined;
    if (theCase.toSupport.doneAt === undefined && theCase.list)
      await deps.supports.createSupport(newSupport(reference, theCase.list, moment));
    const support = await deps.supports.readSupport(reference);
    if (support) await changeCase(deps.cases, reference, (current) => toSupportDone(current, moment));
    return support;
  };
}
