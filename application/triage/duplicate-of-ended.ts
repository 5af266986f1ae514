import type { Case } from '#domain/case/case.ts';
import { hasDied } from '#domain/case/death.ts';
import { canContinueFor } from '#domain/case/joined.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { CommandProblem } from '../command.ts';
import { type DecisionFault, decisionFaults } from './decision-faults.ts';

/** What keeps a referral from being closed as a duplicate: the other has ended, so the child would have no open referral. */
export async function duplicateOfEnded(
  cases: Pick<CaseStore, 'readCase'>,
  { duplicateOf }: Case,
  outcome: string,
): Promise<CommandProblem<DecisionFault> | undefined> {
  if (outcome !== 'CONFIRMED_DUPLICATE' || duplicateOf === null) return undefined;
  const other = await cases.readCase(duplicateOf);
  if (canContinueFor(other)) return undefined;
  const code = other && hasDied(other) ? 'DUPLICATE_OF_DIED' : 'DUPLICATE_OF_ENDED';
  return { code, path: 'outcome', rule: decisionFaults[code], params: {} };
}
