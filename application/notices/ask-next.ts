import type { Case } from '#domain/case/case.ts';
import { noted } from '#domain/case/unreached.ts';
import { broughtForward, heldEntry, sentNext } from '#domain/notices/ledger.ts';
import { nextPeople, sameNoticeTo } from '#domain/notices/next-person.ts';
import { type Notice, noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { personCode, personIdIn } from '#domain/people/code.ts';
import type { Staff } from '#domain/people/on-duty.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, NoticeStore, TodoStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { todoAsked } from '../todos/todo-asked.ts';

export interface AskNextDeps {
  readonly cases: CaseStore;
  readonly notices: NoticeStore;
  readonly todos: Pick<TodoStore, 'readTodo'>;
  readonly policy: Policy;
  readonly now: Now;
}

/** What came back: of which email, to whom, why, and whether it was a digest. */
export interface CameBack {
  readonly reader: string;
  readonly why: string;
  readonly isDigest: boolean;
  /** Who is asked today; undefined where no one is to be asked in their place. */
  readonly staff: Staff | undefined;
}

/** Whom a notice was passed on to, if anyone, and whether this call wrote it into the history. */
export interface Asked {
  readonly next: string | undefined;
  readonly isNoted: boolean;
}

/**
 * Has the next person asked what a notice to a colleague asked, which came back. The case says first who that is, so that the
 * same call again asks no one else; then the ledger owes it to them, and the sweeper sends it. Once a notice, whatever comes
 * back of it, and to no one who has had it.
 */
export async function askNext(deps: AskNextDeps, notice: Notice, back: CameBack): Promise<Asked> {
  const { id, reference } = notice;
  const seen = await deps.cases.readCase(reference);
  if (!seen) return { next: undefined, isNoted: false };
  const known = seen.unreached?.find((one) => one.notice === id && one.person !== undefined);
  const next = known ? known.next : await nextFor(deps, notice, seen, back);
  const person = personIdIn(back.reader) ?? back.reader;
  const event = { event: 'NOTICE_FAILED', by: MACHINE, notice: id, why: back.why, person } as const;
  const { theCase, saved } = await changeCase(deps.cases, reference, (current) => {
    const entries = current.unreached?.filter((one) => one.notice === id) ?? [];
    if (entries.some(({ why }) => why === back.why)) return undefined;
    const named = entries.find((one) => one.person !== undefined);
    const to = named ? named.next : next;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    return noted(current, moment, { ...event, ...(to === undefined ? {} : { next: to }) });
  });
  const stands = theCase.unreached?.find((one) => one.notice === id && one.person !== undefined)?.next;
  if (stands !== undefined) await owe(deps, notice, stands, back);
  return { next: stands, isNoted: saved };
}

/** The first who could be asked and has not had this notice. What waits for their digest they have not had. */
async function nextFor(deps: AskNextDeps, notice: Notice, theCase: Case, back: CameBack): Promise<string | undefined> {
  if (!back.staff) return undefined;
  const todo = await todoAsked(deps, notice);
  for (const person of nextPeople(notice, { theCase, todo }, back.staff, [back.reader, notice.to])) {
    const id = sameNoticeTo(notice, personCode(person));
    const entry = id === undefined ? undefined : await deps.notices.readNotice(notice.reference, id);
    const isFree = entry === undefined || broughtForward(entry, deps.now()) !== undefined;
    if (id !== undefined && isFree) return personCode(person);
  }
  return undefined;
}

/** What a digest said goes in one email: it waits for that one, and no longer than until now. */
async function owe({ notices, now }: AskNextDeps, notice: Notice, to: string, { isDigest }: CameBack): Promise<void> {
  const id = sameNoticeTo(notice, to);
  const kind = noticeKindSchema.safeParse(notice.kind).data;
  if (id === undefined || kind === undefined) return;
  const { taskId } = notice;
  const { link } = noticeTable[kind];
  const owed = { id, kind, to, ...(taskId === undefined ? {} : { taskId }), ...(link === null ? {} : { link }) };
  const first = isDigest ? heldEntry(notice.reference, owed, now(), now()) : sentNext(notice.reference, owed, now());
  if (await notices.claimNotice(first)) return;
  const entry = await notices.readNotice(notice.reference, id);
  const forward = entry && !isDigest && broughtForward(entry, now());
  if (entry && forward && !(await notices.saveNotice(forward, entry.attempts)))
    throw new Transient('The notice to the next person changed meanwhile.');
}
