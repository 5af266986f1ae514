import { isOfLists, type ListsLine } from './lists-notice.ts';
import { type Notice, type NoticeKind, noticeIdOf } from './notice.ts';

/** One thing that a digest tells: what kind of thing, of which referral. */
export interface DigestLine {
  readonly reference: string;
  readonly kind: NoticeKind;
  /** What staff are to do, where that is no decision. */
  readonly todo: string | null;
}

/** How much waits for a person besides, as the queues show it. `isMore`: at least that much. */
export interface Waiting {
  readonly decisions: number;
  readonly todos: number;
  readonly isMore: boolean;
}

/** What a digest is made from: references and codes, and nothing else of a case. */
export interface DigestFacts {
  readonly on: string;
  readonly lines: readonly DigestLine[];
  /** What there is to look at on the lists, where something of it is new. */
  readonly lists: readonly ListsLine[];
  /** It tells a manager what an operator would be told, if the team had one. */
  readonly isWithoutOperator: boolean;
  /** It tells what the digest of a colleague said, which came back. */
  readonly isInPlace: boolean;
  /** Told on the page alone, because no one reads that many lines. */
  readonly left: number;
  readonly waiting: Waiting;
  /** The one thing that its link opens; null where it opens the list of all. */
  readonly only: { readonly reference: string; readonly taskId: string } | null;
}

/** As many lines as people read of an email. */
const MOST = 40;

/** What holds up a child first; then what is late; then what is new. */
const order: readonly NoticeKind[] = [
  ...([
    'STUCK',
    'NO_DECISION',
    'OPERATOR_ESCALATION',
    'TRIAGE_ESCALATION',
    'TRIAGE_REMINDER',
    'DUPLICATE_REMINDER',
    'SUSPICIOUS_REMINDER',
  ] as const),
  ...([
    'TEAM_TELL_OFFER',
    'OFFER_NO_ANSWER',
    'TEAM_CONFIRM_CHANNEL',
    'TEAM_SECOND_LOOK',
    'TEAM_CONFIRM_WITHDRAWAL',
    'TEAM_ASK_RECEIVED',
    'TEAM_LOOK_AGAIN',
    'TEAM_TELL_IN_PERSON',
    'TEAM_TELL_ASKED',
    'TEAM_TELL_NOT_ANSWERED',
    'TEAM_TELL_DELAYED',
    'TEAM_TELL_REOPENED',
    'TEAM_TELL_PLACE',
    'TEAM_TELL_CLOSED',
    'TEAM_TELL_CHECK_IN',
    'TEAM_TELL_SCHOOL',
    'TEAM_TELL_PLAY',
    'TEAM_TELL_WITHDRAWN',
    'TEAM_AFTER_MISSED',
    'TEAM_TELL_VISIT',
    'TEAM_TELL_ASSESSMENT',
  ] as const),
  ...([
    'TEAM_PRINT_OFFER',
    'TEAM_PRINT_ENDED',
    'TEAM_PRINT_LISTED',
    'TEAM_PRINT_REOPENED',
    'TEAM_PRINT_ASSESSMENT',
    'TEAM_PRINT_PLACE',
    'TEAM_PRINT_CHECK_IN',
    'TEAM_PRINT_SCHOOL',
    'TEAM_PRINT_PLAY',
  ] as const),
  ...(['TEAM_FAMILY_UNTOLD', 'TEAM_TODO_REMINDER', 'TEAM_LISTED', 'TEAM_OFFER_ANSWERED'] as const),
  ...(['TRIAGE_REQUEST', 'DUPLICATE_REQUEST', 'SUSPICIOUS_REQUEST', 'TEAM_STOPPED', 'TEAM_WITHDRAWN'] as const),
];

/** Something that was held, with what it asks for. */
export type Held = Pick<Notice, 'reference' | 'taskId' | 'to'> & Omit<DigestLine, 'reference'>;

/**
 * The digest of what was held for one person. What several notices say of one referral is said once, as the gravest of them
 * says it: a task that is late is not also new. What is read for someone on leave opens from the list alone.
 */
export function digestOf(
  held: readonly Held[],
  { reader, waiting, on, lists }: Pick<DigestFacts, 'waiting' | 'on' | 'lists'> & { readonly reader: string },
): DigestFacts {
  const ofCases = held.filter((one) => !isOfLists(one));
  const sorted = ofCases.toSorted((a, b) => rank(a) - rank(b) || a.reference.localeCompare(b.reference));
  const lines = sorted.filter((one, n) => sorted.findIndex((other) => aboutOf(other) === aboutOf(one)) === n);
  const [first, ...others] = lines;
  const isAlone = first !== undefined && others.length + lists.length === 0 && first.to === reader;
  const only = isAlone && first.taskId !== undefined ? { reference: first.reference, taskId: first.taskId } : null;
  const shown = lines.slice(0, MOST).map(({ reference, kind, todo }) => ({ reference, kind, todo }));
  const isWithoutOperator = shown.some(({ kind }) => kind === 'OPERATOR_ESCALATION');
  const left = lines.length - shown.length;
  return { on, lines: shown, lists, isWithoutOperator, isInPlace: false, left, waiting, only };
}

function rank({ kind }: Held): number {
  const place = order.indexOf(kind);
  return place < 0 ? order.length : place;
}

function aboutOf({ reference, taskId, kind }: Held): string {
  return `${reference} ${taskId ?? kind}`;
}

/** Under what a digest stands in the ledger, in place of the reference of a referral: the local date on which it goes. */
export function digestDay(date: string): string {
  return `DAY-${date}`;
}

/** The id of the digest of one person; with `inPlaceOf`, of one that tells what the digest of a colleague said, which came back. */
export function digestId(code: string, inPlaceOf?: string): string {
  return noticeIdOf('TEAM_DIGEST', code, ...(inPlaceOf === undefined ? [] : ['FOR', inPlaceOf]));
}

/** Whether a digest tells what that of a colleague said. */
export function isInPlace({ id, to }: Pick<Notice, 'id' | 'to'>): boolean {
  return id !== digestId(to);
}

/** Whether an entry of the ledger is of a digest, which has no case. */
export function isDigest({ kind }: Pick<Notice, 'kind'>): boolean {
  return kind === 'TEAM_DIGEST';
}

/** How a digest names what it told. */
export function carriedAs({ reference, id }: Pick<Notice, 'reference' | 'id'>): string {
  return `${reference}/${id}`;
}

/** The notice that a digest named so; undefined for what names none. */
export function carriedIn(name: string): { readonly reference: string; readonly id: string } | undefined {
  const [reference = '', id = ''] = name.split('/');
  return reference === '' || id === '' ? undefined : { reference, id };
}

/** What an email told people: itself, or all that a digest carried. */
export function toldBy(
  notice: Pick<Notice, 'kind' | 'reference' | 'id' | 'carries'>,
): { readonly reference: string; readonly id: string }[] {
  return isDigest(notice) ? (notice.carries ?? []).flatMap((name) => carriedIn(name) ?? []) : [notice];
}
