import { findAlike } from '#application/triage/find-alike.ts';
import { decisionMark, mayUndo } from '#domain/case/decide.ts';
import { readBefore } from '#domain/case/involvement.ts';
import { actorOf, rolesInWords } from '#domain/people/staff-actor.ts';
import { decisionWords } from '../../staff/decide/decision-words.ts';
import { whyNotJoinedWords } from '../../staff/same-child/words.ts';
import { decideWords } from '../../staff/words.ts';
import type { ConsoleDeps } from '../deps.ts';
import { type Act, byTask, type Came, type Press, referenceOfItem } from './act.ts';
import { MANAGERS } from './of-case.ts';
import { targetsOf } from './of-task.ts';
import { decisionResults, duplicateWords, releaseWords, undoWords } from './task-words.ts';

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
  one: async (deps, item, press) => {
    const reference = referenceOfItem(item);
    const other = (await deps.cases.readCase(reference))?.duplicateOf ?? reference;
    if (!(await hasReadBoth(deps, press, [reference, other]))) return NOT_READ;
    return decide(deps, item, press, { outcome: 'CONFIRMED_DUPLICATE', tellOther: press.fields.tellOther ?? '' });
  },
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
  one: async (deps, taskId, press) => {
    const { reason, fields } = press;
    const { actor: by } = press.access;
    const reference = referenceOfItem(taskId);
    const { other = '', tellOther } = fields;
    if (!(await hasReadBoth(deps, press, [reference, other]))) return NOT_READ;
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

const NOT_READ: Came = { came: 'REFUSED', said: duplicateWords.notRead };

/** Whether who presses has opened each of these records: the page of the task shows them side by side, and the console shows none. */
async function hasReadBoth(
  { access }: ConsoleDeps,
  { access: { person } }: Press,
  references: readonly string[],
): Promise<boolean> {
  const readings = await Promise.all(references.map((reference) => access.readingsOf(reference)));
  return readings.every((ofOne) => readBefore(ofOne, person.id, false).includes('RECORD'));
}

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
