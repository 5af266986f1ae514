import type { changeTeam } from '#application/access/change-team.ts';
import type { leaveTeam } from '#application/access/leave-team.ts';
import type { MailCode } from '#application/access/mail-code.ts';
import type { readTeam } from '#application/access/read-team.ts';
import type { DoAssessments } from '#application/assessments/do-assessments.ts';
import type { DoFacts } from '#application/intake/do-facts.ts';
import type { openShared } from '#application/intake/open-shared.ts';
import type { RecordDeath } from '#application/intake/record-death.ts';
import type { toldOfDeath } from '#application/intake/told-of-death.ts';
import type { undoDeath } from '#application/intake/undo-death.ts';
import type { DoCapacity } from '#application/lists/do-capacity.ts';
import type { DoLists } from '#application/lists/do-lists.ts';
import type { DoImports } from '#application/lists/import/do-imports.ts';
import type { DoMails } from '#application/mail/do-mails.ts';
import type { DoMeetings } from '#application/meetings/do-meetings.ts';
import type { MailNewSharedLink } from '#application/notices/mail-new-shared-link.ts';
import type { MailNewStaffLink } from '#application/notices/mail-new-staff-link.ts';
import type { DoSchool } from '#application/starting-school/do-school.ts';
import type { DoOffers } from '#application/support/do-offers.ts';
import type { DoVisits } from '#application/support/do-visits.ts';
import type { DoTodos } from '#application/todos/do-todos.ts';
import type { DoDecisions } from '#application/triage/do-decisions.ts';
import type { DoQueue } from '#application/triage/do-queue.ts';
import type { RecordAnswer } from '#application/triage/record-answer.ts';
import type { RenderNotice } from '#domain/notices/facts.ts';
import type { RenderLetter } from '#domain/notices/printed-letter.ts';
import type { BalanceStore } from '#domain/ports/balance-store.ts';
import type { ImportStore } from '#domain/ports/import-store.ts';
import type { IncomingMailStore, MailFiles } from '#domain/ports/mail-stores.ts';
import type { OpeningStore } from '#domain/ports/opening-store.ts';
import type { PageStore } from '#domain/ports/pages.ts';
import type { PlanStore } from '#domain/ports/plan-store.ts';
import type { EvidenceStore, Log, Now, RandomBytes } from '#domain/ports/services.ts';
import type { SignInProvider } from '#domain/ports/sign-in.ts';
import type {
  AccessStore,
  CaseStore,
  CommentStore,
  DraftStore,
  Indexes,
  MatchStore,
  MeetingStore,
  ReferralStore,
  TodoStore,
} from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';

/** What the triage pages take: stores to read, mail for codes, and what people can do. */
export interface StaffDeps
  extends DoFacts,
    DoTodos,
    DoMeetings,
    DoQueue,
    DoDecisions,
    DoCapacity,
    DoLists,
    DoMails,
    DoImports,
    DoOffers,
    DoVisits,
    DoSchool,
    DoAssessments {
  readonly cases: Pick<CaseStore, 'readCase' | 'readCheck' | 'readWholeCase'>;
  readonly balances: BalanceStore;
  readonly imports: Pick<ImportStore, 'imports'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
  readonly plans: Pick<PlanStore, 'readPlan' | 'editionsOf'>;
  readonly meetings: MeetingStore;
  readonly matches: Pick<MatchStore, 'matchesOf'>;
  readonly todos: Pick<TodoStore, 'readTodo' | 'todosOf'>;
  readonly openings: OpeningStore;
  readonly comments: Pick<CommentStore, 'commentsOf'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly indexes: Pick<Indexes, 'work' | 'list' | 'listCount' | 'decisionsIn' | 'lettersIn' | 'openingsIn'>;
  readonly drafts: Pick<DraftStore, 'saveDraft' | 'readDraft'>;
  readonly mails: Pick<IncomingMailStore, 'readMail'>;
  readonly mailFiles: Pick<MailFiles, 'uploadForm'>;
  readonly access: AccessStore;
  /** The team as it is at this moment: who has left a moment ago has left. */
  readonly readTeam: ReturnType<typeof readTeam>;
  readonly evidence: Pick<EvidenceStore, 'inspect' | 'downloadUrl'>;
  readonly mailCode: MailCode;
  /** Where staff sign in with their work accounts; undefined where they come in by a mailed code. */
  readonly signIn?: SignInProvider | undefined;
  readonly changeTeam: ReturnType<typeof changeTeam>;
  readonly leaveTeam: ReturnType<typeof leaveTeam>;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly mailNewSharedLink: MailNewSharedLink;
  readonly mailNewStaffLink: MailNewStaffLink;
  readonly openShared: ReturnType<typeof openShared>;
  readonly recordDeath: RecordDeath;
  readonly toldOfDeath: ReturnType<typeof toldOfDeath>;
  readonly recordAnswer: RecordAnswer;
  readonly undoDeath: ReturnType<typeof undoDeath>;
  /** Words what staff print. */
  readonly renderLetter: RenderLetter;
  /** Words what is sent, for a preview. */
  readonly render: RenderNotice;
  readonly pages: PageStore;
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly log: Log;
}
