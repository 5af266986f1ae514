import type { BalanceStore } from '#domain/ports/balance-store.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import type { FigureStore } from '#domain/ports/figure-store.ts';
import type { ImportStore } from '#domain/ports/import-store.ts';
import type { LeaseStore } from '#domain/ports/lease-store.ts';
import type { IncomingMailStore } from '#domain/ports/mail-stores.ts';
import type { OpeningStore } from '#domain/ports/opening-store.ts';
import type { PauseStore } from '#domain/ports/pause-store.ts';
import type { PlanStore } from '#domain/ports/plan-store.ts';
import type { ReconciliationStore } from '#domain/ports/reconciler-stores.ts';
import type { RollupStore } from '#domain/ports/rollup-store.ts';
import type { RandomBytes } from '#domain/ports/services.ts';
import type {
  AccessStore,
  AuditStore,
  CaseStore,
  ClaimStore,
  CommentStore,
  DraftStore,
  FollowedStore,
  Indexes,
  MatchStore,
  MeetingStore,
  NoticeStore,
  ReferralStore,
  SettledStore,
  TeamStore,
  TodoStore,
} from '#domain/ports/stores.ts';
import type { SlotStore, SupportStore } from '#domain/ports/support-stores.ts';
import { accessStore } from './access.ts';
import { auditStore } from './audit.ts';
import { balanceStore } from './balances.ts';
import { capacityStore } from './capacity.ts';
import { caseStore } from './cases.ts';
import { claimStore } from './claims.ts';
import { commentStore } from './comments.ts';
import { draftStore } from './drafts.ts';
import { figureStore } from './figures.ts';
import { followedStore } from './followed.ts';
import { importStore } from './imports.ts';
import { incomingMailStore } from './incoming-mails.ts';
import { indexQueries } from './index-queries.ts';
import { matchStore } from './matches.ts';
import { meetingStore } from './meetings.ts';
import { noticeStore } from './notices.ts';
import { openingStore } from './openings.ts';
import { planStore } from './plans.ts';
import { reconciliationStore } from './reconciliations.ts';
import { referralStore } from './referrals.ts';
import { rollupStore } from './rollups.ts';
import { settledStore } from './settled.ts';
import { slotStore, supportStore } from './supports.ts';
import { leaseStore, pauseStore } from './sweeps.ts';
import type { Table } from './table.ts';
import { teamStore } from './team.ts';
import { todoStore } from './todos.ts';
import { stampingTable } from './version.ts';

export interface Stores {
  readonly referrals: ReferralStore;
  readonly cases: CaseStore;
  readonly indexes: Indexes;
  readonly claims: ClaimStore;
  readonly followed: FollowedStore;
  readonly matches: MatchStore;
  readonly notices: NoticeStore;
  readonly access: AccessStore;
  readonly audit: AuditStore;
  readonly drafts: DraftStore;
  readonly team: TeamStore;
  readonly capacity: CapacityStore;
  readonly balances: BalanceStore;
  readonly imports: ImportStore;
  readonly figures: FigureStore;
  readonly todos: TodoStore;
  readonly meetings: MeetingStore;
  readonly comments: CommentStore;
  readonly openings: OpeningStore;
  readonly settled: SettledStore;
  readonly pauses: PauseStore;
  readonly leases: LeaseStore;
  readonly rollups: RollupStore;
  readonly reconciliations: ReconciliationStore;
  readonly supports: SupportStore;
  readonly slots: SlotStore;
  readonly plans: PlanStore;
  readonly mails: IncomingMailStore;
}

/** Every store of the service over one table: the same keys and conditions, whatever the table is made of. */
export function storesOver(bare: Table, random: RandomBytes): Stores {
  const table = stampingTable(bare);
  return {
    referrals: referralStore(table),
    cases: caseStore(table),
    indexes: indexQueries(table),
    claims: claimStore(table),
    followed: followedStore(table),
    matches: matchStore(table),
    notices: noticeStore(table),
    access: accessStore(table, random),
    audit: auditStore(table),
    drafts: draftStore(table),
    team: teamStore(table),
    capacity: capacityStore(table),
    balances: balanceStore(table),
    imports: importStore(table),
    figures: figureStore(table),
    todos: todoStore(table),
    meetings: meetingStore(table),
    comments: commentStore(table),
    openings: openingStore(table),
    settled: settledStore(table),
    pauses: pauseStore(table),
    leases: leaseStore(table),
    rollups: rollupStore(table),
    reconciliations: reconciliationStore(table),
    supports: supportStore(table),
    slots: slotStore(table),
    plans: planStore(table),
    mails: incomingMailStore(table),
  };
}
