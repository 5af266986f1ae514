import { checkInDue } from '#domain/case/check-in.ts';
import { checkInOn } from '#domain/lists/check-in.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { promptsOn } from '#domain/lists/look-at-place.ts';
import { referredAtOf } from '#domain/lists/place.ts';
import { reviewedPlace } from '#domain/lists/review-place.ts';
import { reviewWaitOn } from '#domain/lists/review-wait.ts';
import { reviewOfWait, todoAsked } from '#domain/notices/asked-todos.ts';
import { startingSchoolNotice } from '#domain/notices/lists-notice.ts';
import { isSchoolPromptOn } from '#domain/notices/school-lines.ts';
import { todoId } from '#domain/people/todo.ts';
import type { Everyone, Gathered } from '#domain/ports/everyone.ts';
import type { Log } from '#domain/ports/services.ts';
import type { Indexes, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { ListRow } from '#domain/process/rows.ts';
import { VISITS } from '#domain/support/block.ts';
import { hasPlace } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';
import { readTeam } from '../access/read-team.ts';
import { changeCase } from '../change-case.ts';
import { tellOfOpenings } from '../operations/tell-of-openings.ts';
import { noteSchool } from '../starting-school/note-school.ts';
import { askAboutBlock } from '../support/look-at-block.ts';
import { inLanes } from '../sweep/in-lanes.ts';
import { changeEntry } from './change-entry.ts';
import { childWhoWaits } from './child-who-waits.ts';
import { holdersOf, type ListDeps } from './do-lists.ts';
import { MOST_ON_A_LIST } from './read-list.ts';
import { entryIn, inBatches, readTogether, rowsOf, type Waits } from './read-waiting.ts';
import { type TellDeps, tellManagers, tellOfLists } from './tell-of-lists.ts';

export interface LookDeps extends ListDeps, TellDeps {
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly indexes: Pick<Indexes, 'list' | 'work'>;
  readonly everyone: Pick<Everyone, 'listRows' | 'ofRows'>;
  readonly todos: Pick<TodoStore, 'createTodo' | 'readTodo'>;
  readonly log: Log;
}

/** How many children were looked at, of how many it changed what people should look at, and how many could not be read. */
export interface Looked {
  readonly children: number;
  readonly changed: number;
  readonly failed: number;
}

/** Children who are looked at at once. */
const LANES = 8;

/**
 * Looks at everyone on a list, held or not, once a working day, and keeps with the place what people should look at. It writes
 * only where that changed, so a second run of a day writes nothing. Of what is new the managers hear in their digest. It passes
 * over whom no one has released from a spreadsheet. It takes no one off a list and moves no date. One child who
 * cannot be read stops no other. Throws `Transient` at the end where the store was out of reach for one, to be run again.
 */
export function lookAtLists(deps: LookDeps): () => Promise<Looked> {
  return async () => {
    const today = londonDateOf(deps.now());
    if (!isWorkingDay(today, deps.policy)) return done(deps, { children: 0, changed: 0, failed: 0 });
    const look = lookAtChild(
      deps,
      today,
      once(() => tellOfLists(deps, today)),
    );
    await lookAtVisited(deps);
    await promptSchool(deps, today);
    const rows = await rowsOf(deps);
    const looks: (Look | undefined)[] = [];
    for (const batch of inBatches(rows)) {
      const some = await readTogether(deps, batch);
      const looked = await inLanes(some, LANES, new AbortController().signal, look);
      looks.push(...looked.map(({ result }) => result));
    }
    await tellOfOpenings(deps);
    const of = (wanted: Look) => looks.filter((result) => result === wanted).length;
    const failed = of('FAILED') + of('OUT_OF_REACH');
    const looked = done(deps, { children: rows.length, changed: of('CHANGED'), failed });
    if (of('OUT_OF_REACH') > 0) throw new Transient('Some children on the lists could not be looked at.');
    return looked;
  };
}

/** Says in the log that a day was seen to, also one on which no one works: an alarm rings where this line is missing. */
function done({ log }: LookDeps, looked: Looked): Looked {
  log.info('lists-looked-at', { ...looked });
  return looked;
}

/** In spring the managers hear once a week what is to be done for Starting School, on its first working day. */
async function promptSchool(deps: LookDeps, today: string): Promise<void> {
  if (isSchoolPromptOn(today, deps.policy)) await tellManagers(deps, today, startingSchoolNotice);
}

/**
 * Who is visited has left the lists: their cases say when the child starts school, also those of an earlier release, and someone
 * looks at visits that go on for long.
 */
async function lookAtVisited(deps: LookDeps): Promise<void> {
  const { people } = await readTeam(deps)();
  const visits = await Promise.all(people.map(({ id }) => deps.indexes.list(VISITS, id, MOST_ON_A_LIST)));
  await inLanes(visits.flat(), LANES, new AbortController().signal, async ({ reference }) => {
    try {
      await noteSchool(deps)(reference);
      const support = await deps.supports.readSupport(reference);
      if (support) await askAboutBlock(deps)(support);
    } catch {
      // The next look tries again.
      deps.log.error('visited-not-looked-at', { reference });
    }
  });
}

type Look = 'SAME' | 'CHANGED' | 'FAILED' | 'OUT_OF_REACH';

function lookAtChild(deps: LookDeps, today: string, tell: () => Promise<void>) {
  const change = changeEntry(holdersOf(deps));
  return async ({ row, read }: Waits): Promise<Look> => {
    const { reference } = row;
    try {
      if (!read) throw new Transient('The store was out of reach for some children. Try again later.');
      const child = await childWhoWaits(read, reference);
      if (!child.knowsSchool) await noteSchool(deps)(reference);
      const support = await read.supports.readSupport(reference);
      // Until the first session that takes place, a child who is visited stands here.
      if (support) await askAboutBlock(deps)(support);
      // Told before it is kept: after a crash in between, the next run finds it again.
      if (row.more?.quietSince === undefined && isNews(row, promptsOn(today, datesOfRow(row), child, deps.policy)))
        await tell();
      const prompting = (entry: ListEntry) => {
        if (entry.quiet) return undefined;
        const prompts = promptsOn(today, datesOf(entry), child, deps.policy);
        const reviewed = child.review && reviewedPlace(child.review)(entry, reference);
        const isSame = !reviewed && prompts.join() === (entry.prompts ?? []).join();
        return isSame ? undefined : { entry: { ...(reviewed?.entry ?? entry), prompts }, events: [] };
      };
      const found = await entryIn(read);
      const isAsItShouldBe = found !== undefined && prompting(found) === undefined;
      const { entry: now, saved } = isAsItShouldBe
        ? { entry: found, saved: false }
        : await change(reference, prompting);
      if (
        now &&
        !now.quiet &&
        !child.review &&
        today >= reviewWaitOn({ ...now, ...datesOf(now), dob: child.dob }, deps.policy)
      )
        await askForReview(deps, read);
      // Who said yes to a place waits for its first day: letters about waiting would unsettle them.
      const asks =
        now &&
        !hasPlace(support) &&
        (await askFamily(deps, reference, checkInOn(now.acceptedOn, today), child.checkIns));
      return saved || asks ? 'CHANGED' : 'SAME';
    } catch (error) {
      deps.log.error('child-not-looked-at', { reference });
      return error instanceof Transient ? 'OUT_OF_REACH' : 'FAILED';
    }
  };
}

/** Asks the service manager to review the wait, once a child. Read first, because most were asked before. */
async function askForReview({ todos, policy, now }: LookDeps, read: Gathered): Promise<void> {
  const { reference } = read;
  if (await read.todos.readTodo(reference, todoId(reference, reviewOfWait))) return;
  await todos.createTodo(todoAsked(reviewOfWait, reference, now(), policy));
}

/** Marks that the family is to be asked whether anything has changed, once each time: the sweeper does that. */
async function askFamily(deps: LookDeps, reference: string, n: number, before: number): Promise<boolean> {
  if (n <= before) return false;
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  return (await changeCase(deps.cases, reference, (current) => checkInDue(current, moment, n))).saved;
}

const datesOf = (entry: ListEntry) => ({
  referralDate: londonDateOf(referredAtOf(entry)),
  targetOn: entry.targetOn,
});

/** The same as the index shows them. It may lag by a moment, so at worst a manager hears a day earlier or later. */
const datesOfRow = ({ more, acceptedOn = '', targetOn = '' }: ListRow) => ({
  referralDate: more?.referredAt === undefined ? acceptedOn : londonDateOf(more.referredAt),
  targetOn,
});

/** Whether the index does not show one of these prompts yet. */
const isNews = ({ prompts = [] }: ListRow, now: readonly string[]) => now.some((one) => !prompts.includes(one));

/** One call for all children of a run. */
function once(call: () => Promise<void>): () => Promise<void> {
  let called: Promise<void> | undefined;
  return () => {
    called ??= call();
    return called;
  };
}
