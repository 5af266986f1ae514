import type { Moment } from '#domain/process/process.ts';
import type { Support } from '#domain/support/support.ts';
import type { VisitRefusal } from '#domain/support/visits.ts';
import type { CommandProblem } from '../command.ts';
import type { SupportDeps } from './deps.ts';
import { changeSupport } from './support-store.ts';
import type { VisitFault } from './visit-command.ts';

export type VisitDeps = Pick<SupportDeps, 'supports' | 'policy' | 'now'>;

/** The support as it is now, or why it was not changed, or what is wrong with what was typed. */
export type VisitResult =
  | { readonly support: Support }
  | { readonly refused: VisitRefusal; readonly support: Support }
  | { readonly problems: readonly CommandProblem<VisitFault>[] };

/** Changes a support by one conditional write, so that of two at once one counts and the other is told. */
export async function changeVisits<Refusal extends string>(
  deps: VisitDeps,
  reference: string,
  change: (current: Support, moment: Moment) => Support | undefined | { readonly refused: Refusal },
): Promise<{ readonly support: Support } | { readonly refused: Refusal; readonly support: Support }> {
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  let refused: Refusal | undefined;
  const { current } = await changeSupport(deps.supports, reference, (found) => {
    const after = change(found, moment);
    refused = after && 'refused' in after ? after.refused : undefined;
    return after && 'refused' in after ? undefined : after;
  });
  return refused === undefined ? { support: current } : { refused, support: current };
}
