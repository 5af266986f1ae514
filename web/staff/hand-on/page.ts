import { referenceOfTask } from '#domain/case/task.ts';
import { personById } from '#domain/people/team.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import type { WorkRow } from '#domain/process/rows.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import { newCommentId } from '../comments/id.ts';
import type { StaffDeps } from '../deps.ts';
import { HAND_ON_AT, QUEUE_AT } from '../queue/address.ts';
import { kindInWords } from '../queue/view.ts';
import { todoTitleOf } from '../todo/kinds.ts';
import { handedOnPage } from './done.ts';
import { holders, isOwnTodo, MOST_AT_ONCE, openTasks, openTodos, takers } from './find.ts';
import { handOnWords } from './words.ts';

/** GET: whose work is handed over; with a colleague or a task, what goes and a choice of who takes it. */
export function getHandOn(deps: StaffDeps) {
  return async (access: AreaAccess, _parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const rows = await openTasks(deps);
    const wanted = await wantedOf(deps, rows, access, query);
    return wanted ? toPage(deps, access, wanted, {}) : fromPage(deps, access, rows);
  };
}

/** POST: hands it over, or the page again with what is missing. What failed can be tried again by the button there. */
export function postHandOn(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const rows = await openTasks(deps);
    const wanted = await wantedOf(deps, rows, access, fields);
    if (!wanted) return fromPage(deps, access, rows);
    const to = takers(access.team, wanted.from?.id, deps.now()).find(({ id }) => id === fields.to);
    if (!to) return toPage(deps, access, wanted, { ...fields, isRefused: 'yes' });
    const chosen = fields.which === 'ALL' || wanted.claimed.length === 0 ? wanted.all : wanted.claimed;
    const now = chosen.slice(0, MOST_AT_ONCE);
    const batch = /^[\w-]{22}$/.test(fields.batch ?? '') ? (fields.batch ?? '') : newCommentId(deps);
    const anchor = fields.anchor === '' ? undefined : fields.anchor;
    const [todoIds, taskIds] = [true, false].map((beside) =>
      now.flatMap((row) => (isTodo(row) === beside ? (row.taskId ?? []) : [])),
    );
    const command = {
      taskIds: taskIds ?? [],
      todoIds: todoIds ?? [],
      from: wanted.from,
      to,
      by: access.actor,
      batch,
      anchor,
    };
    return handedOnPage(deps, access, {
      ...{ result: await deps.handOnTasks(command), to, fields: { ...fields, batch } },
      ...{ titles: new Map(now.map((row) => [row.taskId ?? '', titleOf(row)])), left: chosen.length - now.length },
      stays: wanted.all.length - chosen.length,
    });
  };
}

type Wanted = NonNullable<Awaited<ReturnType<typeof wantedOf>>>;

const isTodo = ({ taskId = '' }: WorkRow) => referenceOfTodo(taskId) !== undefined;

/** What a row of work is called: of a task its reference and kind, of the rest what is to be done about which referral. */
function titleOf(row: WorkRow): string {
  const { reference, kind = '' } = row;
  return (isTodo(row) ? todoTitleOf(kind, reference) : undefined) ?? `${reference}: ${kindInWords(kind)}`;
}

/** What an address or a form asks for: one task, or all that a colleague is asked to do. */
async function wantedOf(
  deps: StaffDeps,
  rows: readonly WorkRow[],
  { team }: AreaAccess,
  { from, task }: Readonly<Record<string, string>>,
) {
  const one = rows.filter(({ taskId }) => task !== undefined && task !== '' && taskId === task);
  const [row] = one;
  if (row) {
    const holder = row.claimedBy === undefined ? undefined : personById(team, row.claimedBy);
    return { task: row.taskId, from: holder, claimed: one, all: one };
  }
  const person = from === undefined ? undefined : personById(team, from);
  if (!person) return undefined;
  const tasks = rows.filter(({ claimedBy }) => claimedBy === person.id);
  const todos = await openTodos(deps, team, person, deps.now());
  const claimed = [...tasks, ...todos.filter((row) => isOwnTodo(row, person, tasks))];
  const free = rows.filter(({ claimedBy }) => !claimedBy);
  return {
    task: undefined,
    from: person,
    claimed,
    all: [...claimed, ...free, ...todos.filter((row) => !claimed.includes(row))],
  };
}

function fromPage(deps: StaffDeps, access: AreaAccess, rows: readonly WorkRow[]): HttpResponse {
  const people = holders(access.team, rows, deps.now()).map(({ person, claimed, isAway }) => ({
    value: person.id,
    text: isAway ? `${person.name} (${handOnWords.away})` : person.name,
    hint: { text: handOnWords.claimed(claimed) },
  }));
  return areaPage(deps, access, {
    here: QUEUE_AT,
    template: 'staff/hand-on/from.njk',
    title: handOnWords.title,
    data: { people, words: handOnWords, at: HAND_ON_AT },
  });
}

function toPage(deps: StaffDeps, access: AreaAccess, wanted: Wanted, typed: FormFields): HttpResponse {
  const { from, task, claimed, all } = wanted;
  const problems = typed.isRefused ? [{ path: 'to', message: handOnWords.toMissing }] : [];
  const people = takers(access.team, from?.id, deps.now());
  return areaPage(deps, access, {
    here: QUEUE_AT,
    template: 'staff/hand-on/to.njk',
    title: task ? handOnWords.one(referenceOfTask(task) ?? '') : handOnWords.of(from?.name ?? ''),
    status: problems.length > 0 ? 422 : 200,
    data: {
      ...{ words: handOnWords, at: HAND_ON_AT, problems, task: task ?? '', from: from?.id ?? '' },
      ...{ isAll: typed.which === 'ALL', batch: newCommentId(deps), isEmpty: all.length === 0 },
      choices:
        task || claimed.length === all.length || claimed.length === 0 ? null : choicesOf(claimed.length, all.length),
      said: task || claimed.length > 0 ? '' : handOnWords.nobodys(all.length),
      listed: task ? [] : claimed.map(titleOf),
      people: people.map(({ id, name }) => ({ value: id, text: name, checked: id === typed.to })),
    },
  });
}

function choicesOf(claimed: number, all: number) {
  return { claimed: handOnWords.onlyClaimed(claimed), all: handOnWords.all(all) };
}
