import { whyNotOffered } from './make.ts';
import type { Support } from './support.ts';

/** What keeps a child from an offer beside their place, as a code: nothing, or that someone must call first or people are still being told. */
export type KeptBack = 'NOTHING' | 'TO_RING' | 'UNDER_WAY';

/** The same of a support. An open offer stands in the place itself. */
export function keptBack(support: Support): KeptBack {
  if (support.toRing) return 'TO_RING';
  return whyNotOffered(support) === 'UNDER_WAY' ? 'UNDER_WAY' : 'NOTHING';
}
