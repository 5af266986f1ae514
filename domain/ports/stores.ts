import type { Case } from '../case/case.ts';
import type { Followed, FollowedPlace } from '../case/followed.ts';
import type { Minute } from '../case/minute.ts';
import type { SealedPart } from '../case/seal.ts';
import type { SettledDecision } from '../case/settled-decision.ts';
import type { CountedDecision } from '../case/share-against.ts';
import type { StoredCheck } from '../case/stored-check.ts';
import type { Draft } from '../draft/draft.ts';
import type { AlarmStub } from '../notices/alarm.ts';
import type { AlarmWindow, LastAlarm } from '../notices/alarm-window.ts';
import type { Notice } from '../notices/notice.ts';
import type { Challenge } from '../people/challenge.ts';
import type { Comment } from '../people/comment.ts';
import type { IssuedLink, Link } from '../people/link.ts';
import type { Reading } from '../people/reading.ts';
import type { Session } from '../people/session.ts';
import type { Sitting } from '../people/sitting.ts';
import type { Team } from '../people/team.ts';
import type { Todo } from '../people/todo.ts';
import type { DueKind } from '../process/indexes.ts';
import type { DueRow, ListPlace, ListRow, QueuePlace, Row, RowOf, WorkRow } from '../process/rows.ts';
import type { StoredReferral } from '../referral/stored-referral.ts';

/**
 * Where referrals are kept. Every write is one conditional write of one item; every read is consistent. All methods throw
 * `Transient` when the store is out of reach or throttles.
 */
export interface ReferralStore {
  /** Stores a referral unless its reference is taken; then answers the one that is there. */
  putReferral(referral: StoredReferral): Promise<StoredReferral | undefined>;
  readReferral(reference: string): Promise<StoredReferral | undefined>;
  /** Marks a stored referral as refused before acceptance, so that its Idempotency-Key may carry a corrected body. */
  markRefused(reference: string, at: string): Promise<void>;
  wasRefused(reference: string): Promise<boolean>;
}

/** Where cases are kept: one item each, changed by one conditional write at a time. */
export interface CaseStore {
  /** True when this call created the case; false when the reference already has one. This write is acceptance. */
  createCase(newCase: Case): Promise<boolean>;
  readCase(reference: string): Promise<Case | undefined>;
  /** Replaces the case read as `version - 1`; false, with nothing written, when someone was faster or `openTask` is not open and undecided. */
  saveCase(changed: Case, openTask?: string): Promise<boolean>;
  /** The case with its sealed parts: everything that ever happened, for pages. Never to be saved. */
  readWholeCase(reference: string): Promise<Case | undefined>;
  /** True when this call stored the part; false when one of its number is there: the case it belongs to was not saved yet. */
  putPart(part: SealedPart): Promise<boolean>;
  readPart(reference: string, n: number): Promise<SealedPart | undefined>;
  /** True when this call stored the check; false when its number is taken: an earlier attempt died before its case was saved. */
  putCheck(check: StoredCheck): Promise<boolean>;
  readCheck(reference: string, n: number): Promise<StoredCheck | undefined>;
}

/** The sparse indexes. An entry is a hint, possibly late: read the item before acting on it. Each answers at most `limit`. */
export interface Indexes {
  /** What of this kind the sweeper must look at by now, the longest due first. */
  due(kind: DueKind, now: string, limit: number): Promise<readonly DueRow[]>;
  /** What of this kind is put off after it failed: `dueAt` is when that ends, `attempts`, `waitingSince`, `why` and `more` say more. */
  paused(kind: DueKind, limit: number): Promise<readonly DueRow[]>;
  /** One list, in its order, from after this entry where one is named. */
  list(pathway: string, locality: string, limit: number, after?: ListPlace): Promise<readonly ListRow[]>;
  /** How many wait on a list, or before this order: no row is handed over, and no page is read for it. */
  listCount(pathway: string, locality: string, below?: string): Promise<number>;
  /** One queue of people's work, the first due first, in a stable order, from after this entry of a case where one is named. */
  work(queue: string, limit: number, after?: QueuePlace): Promise<readonly WorkRow[]>;
  /** The emails that reached no one and that no one has dealt with, those that came back longest ago first. */
  mailFailed(limit: number): Promise<readonly (RowOf & { readonly noticeId: string })[]>;
  /** How much of a kind the sweeper will look at some day. */
  dueCount(kind: DueKind): Promise<number>;
  /** The notices that wait for the digest of this person, by code; those that were to go longest ago first. */
  held(to: string, limit: number): Promise<readonly { readonly reference: string; readonly noticeId: string }[]>;
  /** What was read on a local day of London, as it happened; who read it is in the reading itself. */
  readingsOn(day: string, limit: number): Promise<readonly RowOf[]>;
  /** The decisions of triage that took effect in a quarter such as `2026-Q3`: no child, no case and no one who decided. */
  decisionsIn(quarter: string, limit: number): Promise<readonly CountedDecision[]>;
  /** The letters to print that were seen to in a month such as `2026-11`, by when that was recorded. */
  lettersIn(month: string, limit: number): Promise<readonly RowOf[]>;
  /** The links that were issued for a referral, in that order: `kind` is the purpose, `by` whom it was sent to. Never its secret. */
  linksOf(reference: string, limit: number): Promise<readonly IssuedLink[]>;
  /** The records that operators opened in a month such as `2026-11`, as it happened: whose they are. */
  openingsIn(month: string, limit: number): Promise<readonly RowOf[]>;
  /** Children whom we accepted and who start school in this year, by reference. No one who has died is among them. */
  startsSchoolIn(year: number, limit: number): Promise<readonly RowOf[]>;
  /** The stops for immediate risk of a month such as `2026-11`, as they happened. */
  stopsIn(month: string, limit: number): Promise<readonly Row[]>;
}

/** Which open case holds a child, by a keyed hash of NHS number and date of birth. */
export interface ClaimStore {
  /** Takes the claim unless another case has it; answers the reference that holds it now. */
  claim(childHash: string, reference: string): Promise<string>;
  /** Takes a stale claim over from `from`; answers the reference that holds it now. */
  takeOver(childHash: string, from: string, reference: string): Promise<string>;
}

/** Which referrals are of a mailbox, under a keyed hash of it. What it costs does not depend on other mailboxes. */
export interface FollowedStore {
  /** Keeps the entry, unless the one that is there was written from the same or a later version of the case. */
  noteFollowed(mailboxHash: string, followed: Followed): Promise<void>;
  /** The entries of one mailbox, the last received first, from after this place: at most `limit`. */
  followedBy(mailboxHash: string, limit: number, after?: FollowedPlace): Promise<readonly Followed[]>;
}

/** Which referrals share a keyed hash: of a date of birth and a postcode, or of an address. It holds none of them. */
export interface MatchStore {
  /** Notes a referral under a hash; the same once more changes nothing. */
  noteMatch(hash: string, reference: string): Promise<void>;
  /** Every referral that was noted under a hash, by reference. */
  matchesOf(hash: string): Promise<readonly string[]>;
}

export interface NoticeStore {
  /** True when this call claimed the notice; false when it was claimed before. */
  claimNotice(notice: Notice): Promise<boolean>;
  readNotice(reference: string, id: string): Promise<Notice | undefined>;
  /** Replaces the entry if its `attempts` is still `expectedAttempts`; false when someone else was faster. */
  saveNotice(notice: Notice, expectedAttempts: number): Promise<boolean>;
  noticesOf(reference: string): Promise<readonly Notice[]>;
  /** Those that can be read, and how many cannot because what is stored of them is damaged. */
  readableNoticesOf(reference: string): Promise<{ readonly notices: readonly Notice[]; readonly damaged: number }>;
}

/** Links, sessions, challenges and readings: items of their own, never part of a case. */
export interface AccessStore {
  putLink(link: Link): Promise<void>;
  readLink(hash: string): Promise<Link | undefined>;
  /** Replaces the session read as `version - 1` (0: there was none); false when someone else was faster. */
  saveSession(session: Session): Promise<boolean>;
  readSession(hash: string): Promise<Session | undefined>;
  readChallenge(id: string): Promise<Challenge | undefined>;
  /** Replaces the challenge read as `version - 1` (0: there was none); false when someone else was faster. */
  saveChallenge(challenge: Challenge): Promise<boolean>;
  recordReading(reading: Reading): Promise<void>;
  /** Who read a record and its files, as it happened. */
  readingsOf(reference: string): Promise<readonly Reading[]>;
}

/** What is kept of stops for immediate risk: that they happened, and which go to the duty mailbox together. */
export interface AuditStore {
  /** True when this call kept the stub; false when the same one is there. */
  keepStub(stub: AlarmStub): Promise<boolean>;
  readStub(id: string): Promise<AlarmStub | undefined>;
  /** The alarms after this first one; undefined while there is none. */
  readWindow(first: string): Promise<AlarmWindow | undefined>;
  /** Replaces the window read as `version - 1` (0: there was none); false, with nothing written, when someone was faster. */
  saveWindow(window: AlarmWindow): Promise<boolean>;
  readLastAlarm(): Promise<LastAlarm | undefined>;
  saveLastAlarm(last: LastAlarm): Promise<boolean>;
}

/** Where drafts of referrals are kept: one item each, changed by one conditional write at a time. */
export interface DraftStore {
  readDraft(id: string): Promise<Draft | undefined>;
  /** Replaces the draft read as `version - 1` (0: there was none); false, with nothing written, when someone was faster. */
  saveDraft(draft: Draft): Promise<boolean>;
}

/** Where the team is kept: one item, changed by one conditional write at a time. */
export interface TeamStore {
  /** The record, read consistently; undefined until it begins. */
  readTeam(): Promise<Team | undefined>;
  /** Replaces the record read as `version - 1` (0: there was none); false, with nothing written, when someone was faster. */
  saveTeam(team: Team): Promise<boolean>;
}

/** What is kept of the meetings of the triage team: who was there, and what they said of a child before it was decided. */
export interface MeetingStore {
  /** By the date of the meeting; undefined until someone records who is there. */
  readSitting(on: string): Promise<Sitting | undefined>;
  /** Replaces the one read as `version - 1` (0: there was none); false, with nothing written, when someone was faster. */
  saveSitting(sitting: Sitting): Promise<boolean>;
  readMinute(reference: string, taskId: string): Promise<Minute | undefined>;
  /** Replaces the one read as `version - 1` (0: there was none); false, with nothing written, when someone was faster. */
  saveMinute(minute: Minute): Promise<boolean>;
}

/** What people must do beside the tasks of workflows: an item each, changed by one conditional write at a time. */
export interface TodoStore {
  /** True when this call stored it; false when its cause was asked for before. */
  createTodo(todo: Todo): Promise<boolean>;
  readTodo(reference: string, id: string): Promise<Todo | undefined>;
  /** Replaces the one read as `version - 1`; false, with nothing written, when someone else was faster. */
  saveTodo(todo: Todo): Promise<boolean>;
  /** All of a referral, done or not. */
  todosOf(reference: string): Promise<readonly Todo[]>;
}

/** What staff wrote about a referral, for staff alone: items of their own, never changed. */
export interface CommentStore {
  /** True when this call kept it; false when one of this id is there: its form was sent twice. */
  putComment(comment: Comment): Promise<boolean>;
  /** All of a referral, the oldest first. */
  commentsOf(reference: string): Promise<readonly Comment[]>;
}

/** What is counted of the decisions of triage that took effect: items of their own, never changed. */
export interface SettledStore {
  /** True when this call kept it; false when this decision was counted before. */
  keepSettled(settled: SettledDecision): Promise<boolean>;
}
