import type { Decision } from '#domain/case/case.ts';
import type { RenderCode } from '#domain/notices/facts.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Team } from '#domain/people/team.ts';
import type { EvidenceStore, Log, Mailer, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import type { Problem } from '#domain/problems/problems.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';

export interface DecisionInput {
  readonly reference: string;
  readonly taskId: string;
  /** The id of who is signed in. */
  readonly person: string;
  readonly outcome: string;
  readonly reason: string;
  readonly deciderName: string;
  readonly deciderRole: string;
}

export type DecisionResult =
  | { readonly kind: 'RECORDED'; readonly decision: Decision }
  | { readonly kind: 'INVALID'; readonly problems: readonly Problem[] }
  | { readonly kind: 'ALREADY'; readonly decision: Decision }
  | { readonly kind: 'CLOSED' };

export type UndoResult =
  | { readonly kind: 'UNDONE' }
  | { readonly kind: 'TOO_LATE'; readonly decision: Decision }
  | { readonly kind: 'NOT_THEIRS' }
  | { readonly kind: 'NOTHING' };

/** What the triage pages take: stores to read, mail for codes, and the two things that people can do. */
export interface TriageDeps {
  readonly cases: Pick<CaseStore, 'readCase' | 'readCheck' | 'readWholeCase'>;
  readonly todos: Pick<TodoStore, 'readTodo'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly access: AccessStore;
  /** The team as it is at this moment: who has left a moment ago has left. */
  readonly readTeam: () => Promise<Team>;
  readonly evidence: Pick<EvidenceStore, 'inspect' | 'downloadUrl'>;
  readonly mailer: Mailer;
  readonly renderCode: RenderCode;
  readonly recordDecision: (input: DecisionInput) => Promise<DecisionResult>;
  readonly undoDecision: (input: { reference: string; taskId: string; by: Actor }) => Promise<UndoResult>;
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly log: Log;
}
