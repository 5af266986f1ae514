import type { readTeam } from '#application/access/read-team.ts';
import type { openRecord } from '#application/operations/open-record.ts';
import type { PutRightUseCases } from '#application/operations/put-right.ts';
import type { recordAccessRequest } from '#application/operations/record-access-request.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import type { BalanceStore } from '#domain/ports/balance-store.ts';
import type { Executions } from '#domain/ports/executions.ts';
import type { FigureStore } from '#domain/ports/figure-store.ts';
import type { OpeningStore } from '#domain/ports/opening-store.ts';
import type { PlanStore } from '#domain/ports/plan-store.ts';
import type { ReconciliationStore } from '#domain/ports/reconciler-stores.ts';
import type { RollupStore } from '#domain/ports/rollup-store.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type {
  AccessStore,
  CaseStore,
  CommentStore,
  Indexes,
  MatchStore,
  MeetingStore,
  NoticeStore,
  ReferralStore,
  TodoStore,
} from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the pages of the console take. Only the working copy of a record reads a referral. */
export interface ConsoleDeps extends PutRightUseCases {
  readonly access: AccessStore;
  readonly rollups: Pick<RollupStore, 'readRollup'>;
  readonly reconciliations: Pick<ReconciliationStore, 'readReconciliation'>;
  readonly balances: Pick<BalanceStore, 'nightsBefore'>;
  readonly figures: Pick<FigureStore, 'sumsBetween' | 'readPresent'>;
  readonly indexes: Pick<Indexes, 'work' | 'due' | 'paused' | 'mailFailed' | 'linksOf'>;
  readonly cases: Pick<CaseStore, 'readCase' | 'readWholeCase' | 'readCheck'>;
  readonly supports: Pick<SupportStore, 'readWholeSupport'>;
  readonly notices: Pick<NoticeStore, 'readableNoticesOf' | 'noticesOf' | 'readNotice'>;
  readonly openings: Pick<OpeningStore, 'openingsOf'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly matches: Pick<MatchStore, 'matchesOf'>;
  readonly comments: Pick<CommentStore, 'commentsOf'>;
  readonly meetings: Pick<MeetingStore, 'readMinute' | 'readSitting'>;
  readonly todos: Pick<TodoStore, 'todosOf'>;
  readonly plans: Pick<PlanStore, 'readPlan' | 'editionsOf'>;
  readonly executions: Executions;
  readonly recordAccessRequest: ReturnType<typeof recordAccessRequest>;
  readonly openRecord: ReturnType<typeof openRecord>;
  /** The team as it is at this moment: who has left a moment ago has left. */
  readonly readTeam: ReturnType<typeof readTeam>;
  readonly config: SaidNow;
  readonly policy: Pick<Policy, 'waitTargetMonths'>;
  readonly baseUrl: string;
  /** Where operators read the runbook: the address of a page, or the path of the file in the repository. */
  readonly runbookUrl: string;
  readonly now: Now;
  readonly log: Log;
}
