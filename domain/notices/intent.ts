import type { NoticeKind } from '../ports/records.ts';
import type { ServiceConfig } from '../service-config.ts';
import { type Addressees, sameMailbox } from './addressees.ts';

/** A notice before it has its id and its link. */
export interface Intent {
  readonly kind: NoticeKind;
  readonly to: string;
}

/** The referrer, and the team mailbox where there is one of its own. */
export function referrers(kind: NoticeKind, { referrer }: Addressees): Intent[] {
  const team = referrer.teamEmail !== undefined && !sameMailbox(referrer.teamEmail, referrer.email);
  return (team ? ['REFERRER', 'REFERRER_TEAM'] : ['REFERRER']).map((to) => ({ kind, to }));
}

/** Everybody who decides. */
export function triagers(kind: NoticeKind, config: ServiceConfig): Intent[] {
  return config.triagers.map((_, i) => ({ kind, to: `TRIAGER:${i}` }));
}
