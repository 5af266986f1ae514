import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { openVisit } from './block.ts';
import type { Block } from './block-shape.ts';
import { changed, owedToWorkflow } from './change.ts';
import { type ClosingGate, closingChecked } from './closing-gate.ts';
import { type GatedReason, mustPassToClose, type OtherReason } from './closing-reasons.ts';
import { givenUp } from './give-up.ts';
import type { Support } from './support.ts';

/** Why a support is closed. A reason that lets a child go unseen needs what passed the closing gate. */
export type Closing =
  | { readonly why: GatedReason; readonly gate: ClosingGate }
  | { readonly why: OtherReason; readonly gate?: ClosingGate | undefined };

/** Who closes it, and their short report: it may say anything about the child. */
export type Closed = Closing & { readonly by: Actor; readonly report: string };

/**
 * The support once a member of staff closed it, by one write: its workflow ends, the slot is free again, the planned visit is taken
 * out, and the case is to be closed with it. Undefined where support has not begun or has ended, and where a pattern of missed
 * visits needs what passed the gate.
 */
export function supportClosed(support: Support, moment: Moment, closed: Closed): Support | undefined {
  const { why, gate, by, report } = closed;
  if (support.status !== 'STARTED' || (mustPassToClose(why, support) && !gate)) return undefined;
  const { toRing: _over, news: _untold, ...rest } = support;
  const over = { next: 'DONE', task: null, parked: null, outbox: owedToWorkflow(support) } as const;
  const before = { status: 'STARTED', list: null } as const;
  const { patch, events } = givenUp(support, moment, 'CLOSED');
  return changed(
    rest,
    moment,
    {
      ...{ ...over, ...patch, status: 'ENDED', ended: { at: moment.now, why, by, before }, toClose: moment.now },
      ...(support.block && { block: withoutPlanned(support.block) }),
    },
    ...events,
    { event: 'SUPPORT_CLOSED', by, why, text: report },
    ...(gate ? [closingChecked(gate, by)] : []),
  );
}

/** No visit is left that anyone would wait for. */
function withoutPlanned(block: Block): Block {
  return openVisit(block) ? { ...block, visits: block.visits.slice(0, -1) } : block;
}
