import type { EvidenceContentType } from './content-types.ts';

/** What a file is, whatever its name or label says: one of the four types, or why it is none that a person could open. */
export type Recognised =
  | { readonly kind: 'DOCUMENT'; readonly contentType: EvidenceContentType }
  | { readonly kind: 'LOCKED' | 'DAMAGED' | 'OTHER' };
