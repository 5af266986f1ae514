import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { whyTodoIsOver } from '#domain/case/todo-over.ts';
import { type AskedTodo, askedNow, printOfReopening, tellOfDelay, todoAsked } from '#domain/notices/asked-todos.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { caseWith, listed, reference } from '../../application/notices/sample.ts';

const at = '2026-09-24T10:00:00.000Z';
const reopened = (times: number) => ({ reopened: { times, at, by: MACHINE, familyKnew: true } });
const open = caseWith({ status: 'IN_TRIAGE', outcome: null, ...reopened(1) });
const stuck = caseWith({ status: 'IN_TRIAGE', triageSince: at, run: 2, parked: { at, why: 'Bug' } });

/** Why what was asked of the first case needs no one once it is the second. */
const over = (asked: AskedTodo, before: Case, now: Case) =>
  whyTodoIsOver(todoAsked(askedNow(asked, before), reference, at, defaultPolicy), now);

test.each<[string, AskedTodo, Case, Case, string | undefined]>([
  ['a letter that it was reopened is needed while it is open', printOfReopening, open, open, undefined],
  ['and no more once it is decided', printOfReopening, open, { ...open, status: 'DECLINED' }, 'DECIDED'],
  [
    'nor once the child is on a list',
    printOfReopening,
    open,
    { ...listed('INITIAL_ASSESSMENT'), ...reopened(1) },
    'DECIDED',
  ],
  ['nor once it was reopened again', printOfReopening, open, { ...open, ...reopened(2) }, 'DECIDED'],
  ['a fault is told while it holds the case up', tellOfDelay, stuck, stuck, undefined],
  ['and no more once it is put right', tellOfDelay, stuck, { ...stuck, parked: null }, 'NOT_DELAYED'],
  ['nor of a run before', tellOfDelay, stuck, { ...stuck, run: 3 }, 'NOT_DELAYED'],
])('%s', (_what, asked, before, now, why) => {
  expect(over(asked, before, now)).toBe(why);
});
