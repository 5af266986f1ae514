import type { Case, Task } from '#domain/case/case.ts';
import { actorId } from '#domain/people/actor.ts';
import { personById } from '#domain/people/team.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import { sha256 } from '#domain/values/hash.ts';
import { isReference } from '#domain/values/reference.ts';
import { codeInWords } from '../../components/record/words.ts';
import { takers } from '../../staff/hand-on/find.ts';
import { handOnWords } from '../../staff/hand-on/words.ts';
import { type Act, byTask, FAILED, type Fit, referenceOfItem } from './act.ts';
import { MANAGERS } from './of-case.ts';
import { reassignWords } from './task-words.ts';

/** The task of a case that staff are asked to decide now, of one of these kinds. */
function asked({ task }: Case, ...kinds: readonly Task['kind'][]): Task | undefined {
  return task && !task.decision && kinds.includes(task.kind) ? task : undefined;
}

/** What of a case an act fits that is for an open task of one of these kinds. */
export const targetsOf =
  (...kinds: readonly Task['kind'][]) =>
  ({ theCase }: Pick<Fit, 'theCase'>) => {
    const task = asked(theCase, ...kinds);
    return task ? [{ item: task.id }] : [];
  };

/** Gives a decision, or what is to be done beside it, to a colleague. */
export const reassign: Act = {
  at: 'reassign',
  roles: MANAGERS,
  words: reassignWords,
  targets: ({ theCase, todos }) => [
    ...targetsOf('TRIAGE', 'DUPLICATE', 'SUSPICIOUS')({ theCase }),
    ...todos
      .filter(({ done, kind }) => !done && kind !== 'SECOND_PERSON')
      .map(({ id, kind }) => ({ item: id, about: reassignWords.other(codeInWords(kind)) })),
  ],
  lists: ['late', 'triage', 'duplicates', 'quarantine'],
  nameOf: byTask,
  choice: async (deps, { team }) => ({
    ...{ name: 'to', legend: handOnWords.to, missing: handOnWords.toMissing },
    items: takers(team, undefined, deps.now()).map(({ id, name }) => ({ value: id, text: name })),
  }),
  one: async (deps, item, { access, reason, fields, anchor }) => {
    const { team, actor: by } = access;
    const to = takers(team, undefined, deps.now()).find(({ id }) => id === fields.to);
    if (!to) return { came: 'REFUSED', said: handOnWords.toMissing };
    const theCase = await deps.cases.readWholeCase(referenceOfItem(item));
    const holder = actorId(theCase?.task?.claim?.by ?? by);
    const isTheirs = theCase?.task?.id === item && theCase.task.claim !== undefined && holder === to.id;
    const from =
      theCase?.task?.claim && holder !== undefined && holder !== to.id ? personById(team, holder) : undefined;
    const isTodo = referenceOfTodo(item) !== undefined;
    const [taskIds, todoIds] = isTodo ? [[], [item]] : [[item], []];
    // One email for all that were pressed together, however often.
    const batch = sha256(`${fields.batch ?? ''} ${access.person.id} ${to.id}`).slice(0, 22);
    const named = isReference(referenceOfItem(anchor)) ? referenceOfItem(anchor) : referenceOfItem(item);
    const command = { taskIds, todoIds, from, to, by, reason, batch, anchor: named };
    const { results, isTold } = await deps.handOnTasks(command);
    const kind = results[0]?.kind ?? 'DECIDED';
    if (kind === 'FAILED') return { came: 'FAILED', said: FAILED };
    if (kind === 'DECIDED') return { came: 'SAME', said: reassignWords.decided };
    if (kind === 'NAMED') return { came: 'REFUSED', said: reassignWords.named };
    if (isTheirs) return { came: 'SAME', said: reassignWords.same(to.name) };
    const said = reassignWords.theirs(to.name);
    return { came: 'DONE', said: isTold ? said : `${said}. ${reassignWords.notTold}` };
  },
};
