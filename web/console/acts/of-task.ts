import { findAlike } from '#application/triage/find-alike.ts';
import type { Case, Task } from '#domain/case/case.ts';
import { decisionMark, mayUndo } from '#domain/case/decide.ts';
import { actorId } from '#domain/people/actor.ts';
import { actorOf, rolesInWords } from '#domain/people/staff-actor.ts';
import { personById } from '#domain/people/team.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import { sha256 } from '#domain/values/hash.ts';
import { isReference } from '#domain/values/reference.ts';
import { codeInWords } from '../../components/record/words.ts';
import { decisionWords } from '../../staff/decide/decision-words.ts';
import { takers } from '../../staff/hand-on/find.ts';
import { handOnWords } from '../../staff/hand-on/words.ts';
import { whyNotJoinedWords } from '../../staff/same-child/words.ts';
import { decideWords } from '../../staff/words.ts';
import type { ConsoleDeps } from '../deps.ts';
import { type Act, byTask, type Came, FAILED, type Fit, type Press, referenceOfItem } from './act.ts';
import { MANAGERS } from './of-case.ts';
import { decisionResults, duplicateWords, reassignWords, releaseWords, undoWords } from './task-words.ts';

/** The task of a case that staff are asked to decide now, of one of these kinds. */
function asked({ task }: Case, ...kinds: readonly Task['kind'][]): Task | undefined {
  return task && !task.decision && kinds.includes(task.kind) ? task : undefined;
}

const targetsOf =
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

/** Lets a referral go on that looked as if no person had sent it. */
export const release: Act = {
  at: 'release',
  roles: MANAGERS,
  words: releaseWords,
  targets: targetsOf('SUSPICIOUS'),
  lists: ['quarantine'],
  nameOf: byTask,
  one: (deps, item, press) => decide(deps, item, press, { outcome: 'GENUINE_REFERRAL' }),
};

const tick = { name: 'tellOther', text: decideWords.tellOther, hint: decideWords.tellOtherHint };

/** Ends a referral for the one that it was held against. One by one only: both records are read first. */
export const duplicate: Act = {
  at: 'duplicate',
  roles: MANAGERS,
  words: duplicateWords,
  targets: targetsOf('DUPLICATE'),
  lists: [],
  nameOf: byTask,
  tick,
  one: (deps, item, press) =>
    decide(deps, item, press, { outcome: 'CONFIRMED_DUPLICATE', tellOther: press.fields.tellOther ?? '' }),
};

/** The same while the team decides, for one of the referrals that look alike. */
export const sameChild: Act = {
  at: 'same-child',
  roles: MANAGERS,
  words: duplicateWords,
  targets: targetsOf('TRIAGE'),
  lists: [],
  nameOf: byTask,
  tick,
  choice: async (deps, _access, item) => ({
    ...{ name: 'other', legend: duplicateWords.other, missing: duplicateWords.otherMissing },
    items: (await alikeTo(deps, referenceOfItem(item))).map(({ reference, name }) => ({
      value: reference,
      text: reference,
      hint: { text: alikeWords[name] },
    })),
  }),
  nothingToChoose: duplicateWords.notAlike,
  one: async (deps, taskId, { access: { actor: by }, reason, fields }) => {
    const reference = referenceOfItem(taskId);
    const { other = '', tellOther } = fields;
    const typed = { reference, taskId, other, by, same: 'YES', reason, tellsOfOther: tellOther === 'YES' };
    const result = await deps.sayIfSameChild(typed);
    if (result.kind === 'RECORDED') return { came: 'DONE', said: decisionResults.did };
    if (result.kind === 'CANNOT') return { came: 'REFUSED', said: whyNotJoinedWords[result.why] };
    if (result.kind === 'ALREADY') {
      const isSame = 'sameAs' in result.decision && result.decision.sameAs === other;
      return isSame ? { came: 'SAME', said: decisionResults.same } : { came: 'REFUSED', said: decisionResults.other };
    }
    if (result.kind === 'CLOSED') return closed(deps, taskId);
    return { came: 'REFUSED', said: result.kind === 'INVALID' ? duplicateWords.missing : duplicateWords.notAlike };
  },
};

const alikeWords = {
  ALIKE: 'The names sound alike',
  OTHER: 'The names do not sound alike. It may be a twin',
  UNKNOWN: 'The names were not compared',
} as const;

async function alikeTo(deps: ConsoleDeps, reference: string) {
  const theCase = await deps.cases.readCase(reference);
  if (!theCase) return [];
  const check = await deps.cases.readCheck(reference, theCase.checks);
  return (await findAlike(deps)(theCase, check?.likeness)).alike;
}

/** Takes a decision back while it does not count yet. */
export const undo: Act = {
  at: 'undo',
  roles: MANAGERS,
  words: undoWords,
  targets: ({ theCase: { task }, person, now }) =>
    task?.decision && mayUndo(task, actorOf(person)) && now < task.decision.effectiveAt
      ? [{ item: `${task.id}/${decisionMark(task.decision)}` }]
      : [],
  lists: [],
  nameOf: byTask,
  one: async (deps, item, { access: { actor: by } }) => {
    const [taskId = '', mark = ''] = item.split('/');
    const { kind } = await deps.undoDecision({ reference: referenceOfItem(item), taskId, by, mark });
    if (kind === 'UNDONE') return { came: 'DONE', said: undoWords.did };
    if (kind === 'NOTHING') return { came: 'SAME', said: undoWords.same };
    const why = { TOO_LATE: undoWords.late, DECIDED_AGAIN: undoWords.other, NOT_THEIRS: undoWords.notYours }[kind];
    return { came: 'REFUSED', said: why };
  },
};

async function decide(
  deps: ConsoleDeps,
  taskId: string,
  { access: { person }, reason }: Press,
  typed: { readonly outcome: string; readonly tellOther?: string },
): Promise<Came> {
  const signed = { person: person.id, deciderName: person.name, deciderRole: rolesInWords(person) };
  const result = await deps.recordDecision({ reference: referenceOfItem(taskId), taskId, reason, ...typed, ...signed });
  if (result.kind === 'RECORDED') return { came: 'DONE', said: decisionResults.did };
  if (result.kind === 'CLOSED') return closed(deps, taskId);
  if (result.kind === 'ALREADY') {
    const isSame = result.decision.outcome === typed.outcome;
    return isSame ? { came: 'SAME', said: decisionResults.same } : { came: 'REFUSED', said: decisionResults.other };
  }
  const said = result.problems.map(({ code }) => decisionWords[code]).find((words) => typeof words === 'string');
  return { came: 'REFUSED', said: said ?? decisionResults.closed };
}

/** Of a task that is still open it is others who are asked. */
async function closed(deps: ConsoleDeps, taskId: string): Promise<Came> {
  const theCase = await deps.cases.readWholeCase(referenceOfItem(taskId));
  const isOpen = theCase?.task?.id === taskId && !theCase.task.decision;
  return { came: 'REFUSED', said: isOpen ? decisionResults.notAsked : decisionResults.closed };
}
