import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { AGREEMENT_VERSION } from '../service/agreement.ts';
import { liveBlock } from './block.ts';
import type { Block } from './block-shape.ts';
import { changed } from './change.ts';
import type { NewSupportEvent } from './event.ts';
import type { Support } from './support.ts';

/** What a practitioner says about the initial visit; blank fields say nothing. */
export interface BeginningSaid {
  /** With whom the agreement of today was gone through; blank where it was not. */
  readonly agreedWith: string;
  readonly strengths: string;
  readonly needs: string;
}

/** The same as it is changed later. `seen`: what was noted last when the form was shown; blank for nothing. */
interface BeginningChange extends BeginningSaid {
  readonly seen: string;
  readonly on: string;
  readonly by: Actor;
}

/** The block with what was said, and an event for each thing that it changes. */
export function withBeginning(
  block: Block,
  { now: at }: Moment,
  { agreedWith, strengths, needs }: BeginningSaid,
  { on, by }: { readonly on: string; readonly by: Actor },
): { readonly block: Block; readonly events: readonly NewSupportEvent[] } {
  const before = { strengths: block.noted?.strengths ?? '', needs: block.noted?.needs ?? '' };
  const isAgreed = agreedWith !== '';
  const [isStrong, isNeed] = [strengths !== before.strengths, needs !== before.needs];
  const agreement = { version: AGREEMENT_VERSION, with: agreedWith, on, by, at };
  const events: readonly (NewSupportEvent | false)[] = [
    isAgreed && { event: 'AGREEMENT_GONE_THROUGH', by, version: AGREEMENT_VERSION, on, text: agreedWith },
    isStrong && { event: 'STRENGTHS_NOTED', by, text: strengths },
    isNeed && { event: 'NEEDS_NOTED', by, text: needs },
  ];
  return {
    block: {
      ...block,
      ...(isAgreed ? { agreement } : {}),
      ...(isStrong || isNeed ? { noted: { ...block.noted, strengths, needs, by, at } } : {}),
    },
    events: events.filter((event) => event !== false),
  };
}

/**
 * The support with the agreement, strengths or needs recorded beside a visit. Undefined where nothing changes. `CHANGED`: someone
 * noted others since the form was shown.
 */
export function beginningChanged(
  support: Support,
  moment: Moment,
  { seen, on, by, ...said }: BeginningChange,
): Support | undefined | { readonly refused: 'NOT_VISITED' | 'CHANGED' } {
  const block = liveBlock(support);
  if (!block) return { refused: 'NOT_VISITED' };
  const made = withBeginning(block, moment, said, { on, by });
  const isNoted = made.block.noted !== block.noted;
  if (isNoted && (block.noted?.at ?? '') !== seen) return { refused: 'CHANGED' };
  if (made.events.length === 0) return undefined;
  return changed(support, moment, { block: made.block, moveBy: support.moveBy }, ...made.events);
}
