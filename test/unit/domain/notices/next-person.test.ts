import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { nextPeople, sameNoticeTo } from '#domain/notices/next-person.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { personCode } from '#domain/people/code.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { isOutOfReach, type Role, roleSchema } from '#domain/people/person.ts';
import { type NewTodo, newTodo, type Todo } from '#domain/people/todo.ts';
import { caseWith, reference, taskOf } from '#test/unit/application/notices/sample.ts';
import { aPerson, aTeam } from '#test/unit/domain/people/sample.ts';

const today = '2026-09-24';
const lost = { mailFailed: { at: '2026-09-24T08:00:00.000Z', about: 'X' } };
const team = {
  ...aTeam(
    aPerson('a', lost),
    aPerson('b'),
    aPerson('c'),
    aPerson('away', { leave: [{ from: today, to: today }] }),
    aPerson('m', { roles: ['SERVICE_MANAGER'] }),
    aPerson('adm', { roles: ['ADMINISTRATOR'] }),
    aPerson('op', { roles: ['OPERATOR'] }),
    aPerson('gone', { isActive: false }),
  ),
  duty: [{ person: 'a', deputy: 'c' }],
};
const staff = staffOn(team, today);
const all = ['a', 'b', 'c', 'away', 'm'].map((id) => personCode({ id }));
const task = { ...taskOf('TRIAGE'), recipients: all };
const decision = {
  outcome: 'DECLINE',
  reason: 'No',
  by: { kind: 'MACHINE' },
  decidedAt: today,
  effectiveAt: today,
} as const;
const todo = (asked: Pick<NewTodo, 'kind' | 'for'> & { readonly cause?: string }, done?: Todo['done']): Todo => ({
  ...newTodo({
    cause: 'X',
    ...asked,
    reference,
    why: 'X',
    openedAt: '2026-09-24T08:00:00.000Z',
    due: '2026-09-24T08:00:00.000Z',
  }),
  ...(done ? { done } : {}),
});

type Asked = { task?: Case['task']; todo?: Todo; kind?: NoticeKind };
const next = ({ task: open = null, todo: asked, kind = 'TRIAGE_REQUEST' }: Asked, taskId = task.id) =>
  nextPeople(
    { kind, to: all[0] ?? '', taskId },
    { theCase: caseWith({ task: open, tasks: 1 }), todo: asked },
    staff,
    all.slice(0, 1),
  ).map(({ id }) => id);

test.each<[string, Asked, string[]]>([
  ['a decision goes by duty, deputy, others who decide, the manager', { task }, ['c', 'b', 'm']],
  ['and to no one from whom it was taken', { task: { ...task, recipients: all.slice(1, 2) } }, ['b']],
  ['one that is decided to no one', { task: { ...task, decision } }, []],
  ['a closed one to no one', { task: null }, []],
  [
    'what managers are asked to managers',
    { todo: todo({ kind: 'TELL_IN_PERSON', for: 'ROLE:SERVICE_MANAGER' }) },
    ['m'],
  ],
  [
    'a letter to who prints, then the manager',
    { todo: todo({ kind: 'PRINT_LETTER', for: 'ROLE:ADMINISTRATOR' }) },
    ['adm', 'm'],
  ],
  ['what is asked of one person alone to no one', { todo: todo({ kind: 'SECOND_PERSON', for: 'PERSON:a' }) }, []],
  [
    'what is done to no one',
    {
      todo: todo(
        { kind: 'CONFIRM_BAND', for: 'ROLE:TRIAGER' },
        { at: '2026-09-24T08:00:00.000Z', by: { kind: 'MACHINE' } },
      ),
    },
    [],
  ],
  ['words for a manager to managers', { task, kind: 'TRIAGE_ESCALATION' }, ['m']],
  ['words for an operator to operators, then managers', { task, kind: 'OPERATOR_ESCALATION' }, ['op', 'm']],
])('%s', (_what, asked, expected) => {
  expect(next(asked)).toEqual(expected);
});

test('before its task is stored as open (out of order) it goes to those who will be asked', () => {
  const theCase = caseWith({ task: null, tasks: 0 });
  const about = { kind: 'TRIAGE_REQUEST', to: 'PERSON:a', taskId: `${reference}-T1` } as const;
  const found = nextPeople(about, { theCase, todo: undefined }, staff, ['PERSON:a']);
  expect(found.map(({ id }) => id)).toEqual(['c', 'b', 'm']);
});

test('who recorded a safe way is not asked to confirm it', () => {
  const channel = {
    ...{
      id: 'c1',
      place: 0,
      channel: 'EMAIL' as const,
      untilOn: '2026-12-24',
      basis: 'x',
      at: '2026-09-24T08:00:00.000Z',
    },
    ...{ by: { kind: 'PERSON', id: 'b', name: 'b', role: 'triager' } as const, reason: 'She rang us' },
  };
  const asked = todo({ kind: 'CONFIRM_CHANNEL', for: 'ROLE:TRIAGER', cause: 'c1' });
  const theCase = caseWith({ safeChannels: [channel] });
  const about = { kind: 'TEAM_CONFIRM_CHANNEL', to: 'PERSON:a', taskId: asked.id } as const;
  expect(nextPeople(about, { theCase, todo: asked }, staff, ['PERSON:a']).map(({ id }) => id)).toEqual(['c', 'm']);
});

test('the same notice to another has the id that it would have been owed under', () => {
  const id = 'TRIAGE_REMINDER-X-T1-RUN1-R2-PERSON-a';
  expect(sameNoticeTo({ id, to: 'PERSON:a' }, 'PERSON:b')).toBe('TRIAGE_REMINDER-X-T1-RUN1-R2-PERSON-b');
  expect(sameNoticeTo({ id: 'TEAM_NEW_LINK-0123-2026-09-24', to: 'PERSON:a' }, 'PERSON:b')).toBeUndefined();
});

test('whatever the team, no one is next who is out of reach, was excluded or may not do it', () => {
  const anyPerson = fc.record({
    roles: fc.uniqueArray(fc.constantFrom<Role>(...roleSchema.options)),
    isActive: fc.boolean(),
    isLost: fc.boolean(),
    isAway: fc.boolean(),
    isRecipient: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyPerson, { maxLength: 7 }), (people) => {
      const made = people.map(({ roles, isActive, isLost, isAway }, n) =>
        aPerson(`p${n}`, {
          roles,
          isActive,
          ...(isLost ? lost : {}),
          leave: isAway ? [{ from: today, to: today }] : [],
        }),
      );
      const recipients = made.map(personCode).filter((_code, n) => people[n]?.isRecipient);
      const theCase = caseWith({ task: { ...task, recipients }, tasks: 1 });
      const about = { kind: 'TRIAGE_REQUEST', to: 'PERSON:p0', taskId: task.id } as const;
      const found = nextPeople(about, { theCase, todo: undefined }, staffOn(aTeam(...made), today), ['PERSON:p0']);
      for (const person of found) {
        expect(isOutOfReach(person, today) || !person.isActive || person.id === 'p0').toBe(false);
        expect(recipients).toContain(personCode(person));
      }
    }),
  );
});
