import type { Case } from '#domain/case/case.ts';
import { CHILD_HAS_DIED, hasDied } from '#domain/case/death.ts';
import type { Held } from '#domain/notices/digest.ts';
import { claim, settle } from '#domain/notices/ledger.ts';
import {
  isOfLists,
  isOfMail,
  isOfOpenings,
  isOfSchool,
  type ListsLine,
  MAIL_WAITS,
  OPENINGS_WAIT,
} from '#domain/notices/lists-notice.ts';
import { type Notice, noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { CaseStore, Indexes, TodoStore } from '#domain/ports/stores.ts';
import type { Support } from '#domain/support/support.ts';
import { countPrompts } from '../lists/count-prompts.ts';
import { openMails } from '../mail/tell-of-mail.ts';
import { lateOpenings } from '../operations/tell-of-openings.ts';
import { countSchool } from '../starting-school/count-school.ts';
import { todoAsked } from '../todos/todo-asked.ts';
import type { DeliverDeps } from './deliver.ts';

export interface GatherDeps extends DeliverDeps {
  readonly indexes: Pick<Indexes, 'work' | 'held' | 'list' | 'startsSchoolIn'>;
  readonly cases: CaseStore;
  readonly todos: Pick<TodoStore, 'createTodo' | 'readTodo' | 'saveTodo'>;
}

/** A held notice that is still worth telling, with its entry in the ledger as it was read. */
export interface HeldNotice extends Held {
  readonly entry: Notice;
}

/** All that a digest tells, with what there is to look at on the lists, where something of that is new. */
export interface Gathered {
  readonly held: readonly HeldNotice[];
  readonly lists: readonly ListsLine[];
}

/** Far more than wait for one person; the rest is told with the next digest. */
const MOST = 500;

/**
 * What waits for the digest of these people, each read as it is now. What no longer helps is given up here: what it asks for
 * is done, or the child has died.
 */
export async function gatherHeld(deps: GatherDeps, codes: readonly string[]): Promise<Gathered> {
  const found = (await Promise.all(codes.map((code) => deps.indexes.held(code, MOST)))).flat();
  const read = await Promise.all(found.map(({ reference, noticeId }) => heldNotice(deps, reference, noticeId)));
  const held = read.flatMap((one) => one ?? []);
  const ofLists = held.filter(isOfLists);
  const forSchool = ofLists.filter(isOfSchool);
  const forMail = ofLists.filter(isOfMail);
  const forOpenings = ofLists.filter(isOfOpenings);
  const forLists = ofLists.filter((one) => !isOfSchool(one) && !isOfMail(one) && !isOfOpenings(one));
  const prompts = forLists.length > 0 ? await countPrompts(deps.indexes) : [];
  const school = forSchool.length > 0 ? await countSchool(deps) : [];
  const mails = forMail.length > 0 ? await countMails(deps) : [];
  const openings = forOpenings.length > 0 ? await countOpenings(deps) : [];
  const over = [
    ...(prompts.length > 0 ? [] : forLists),
    ...(school.length > 0 ? [] : forSchool),
    ...(mails.length > 0 ? [] : forMail),
    ...(openings.length > 0 ? [] : forOpenings),
  ];
  for (const { entry } of over) await giveUp(deps, entry, 'NO_LONGER_NEEDED');
  return { held: held.filter((one) => !over.includes(one)), lists: [...prompts, ...school, ...mails, ...openings] };
}

/** How many emails wait to be read or closed. */
async function countMails({ indexes }: Pick<GatherDeps, 'indexes'>): Promise<ListsLine[]> {
  const open = await openMails(indexes);
  return open.length > 0 ? [{ prompt: MAIL_WAITS, children: open.length }] : [];
}

/** At how many records that operators opened no one has looked in time. */
async function countOpenings(deps: Pick<GatherDeps, 'indexes' | 'policy' | 'now'>): Promise<ListsLine[]> {
  const late = await lateOpenings(deps);
  return late.length > 0 ? [{ prompt: OPENINGS_WAIT, children: late.length }] : [];
}

async function heldNotice(deps: GatherDeps, reference: string, noticeId: string): Promise<HeldNotice | undefined> {
  const entry = await deps.notices.readNotice(reference, noticeId);
  if (entry?.state !== 'CLAIMED' || entry.heldUntil === undefined) return undefined;
  // One of a later release is for its functions.
  const kind = noticeKindSchema.safeParse(entry.kind).data;
  if (kind && isOfLists(entry)) return { reference, taskId: undefined, to: entry.to, kind, todo: null, entry };
  const theCase = await deps.cases.readCase(reference);
  if (!kind || !theCase) return undefined;
  const todo = await todoAsked(deps, entry);
  const support = noticeTable[kind].ofOffer ? await deps.supports.readSupport(reference) : undefined;
  const over = whyOver(entry, theCase, todo, support);
  if (over === undefined)
    return { reference, taskId: entry.taskId, to: entry.to, kind, todo: todo?.kind ?? null, entry };
  await giveUp(deps, entry, over);
  return undefined;
}

function whyOver(
  entry: Notice,
  theCase: Case,
  todo: Todo | undefined,
  support: Support | undefined,
): string | undefined {
  if (hasDied(theCase)) return CHILD_HAS_DIED;
  const kind = noticeKindSchema.parse(entry.kind);
  return todo?.done || noticeTable[kind].isOver(entry, theCase, support) ? 'NO_LONGER_NEEDED' : undefined;
}

/** Settles a notice that is not sent, with the code of why; nothing where someone else has it. */
export async function giveUp(
  { notices, log, now }: Pick<DeliverDeps, 'notices' | 'log' | 'now'>,
  entry: Notice,
  why: string,
): Promise<void> {
  const mine = claim(entry, now());
  if (!mine) return;
  await notices.saveNotice(settle(mine, 'FAILED', now(), { why }), entry.attempts);
  log.info('notice-given-up', { reference: entry.reference, noticeId: entry.id, why });
}
