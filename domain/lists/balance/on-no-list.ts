import { isOpen } from '../../case/codes.ts';
import { pathwayOf } from '../../case/decide.ts';
import { isDone } from '../../process/run.ts';
import { entryOf, type StoredChild } from './child.ts';

const LISTED: readonly string[] = ['ON_WAITING_LIST', 'IN_SUPPORT'];

/**
 * Whether a child was accepted and no one has them in hand: on no list, with no offer and no support begun, while nothing is left
 * for the workflow to do. Who is asked to do something for the child is not looked at here.
 */
export function isOnNoList(child: StoredChild): boolean {
  const { theCase, support } = child;
  const { status, outcome, parked } = theCase;
  const isAccepted = LISTED.includes(status) || (isOpen(status) && pathwayOf(outcome) !== undefined);
  const hasWorkflow = !isDone(theCase) || parked !== null;
  return (
    isAccepted &&
    entryOf(child) === null &&
    support?.started === undefined &&
    !(hasWorkflow && !LISTED.includes(status))
  );
}
