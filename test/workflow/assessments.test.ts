import { describe, expect, it } from 'vitest';
import { bodyOf } from '#test/cases.ts';
import { gateAnswers } from '#test/unit/domain/support/gate-sample.ts';
import { book, found, kim, middayOf, miss, told, waiting } from './assessment-road.ts';
import { instance } from './instance.ts';
import { caseOf } from './road.ts';

const VISIT = '2026-10-06';

describe('an initial assessment', () => {
  it('is booked, reminded of once, and done: the child is on the list for home visits with the same dates', async () => {
    const one = instance();
    const reference = await waiting(one);
    const { list: before } = await caseOf(one, reference);
    await book(one, reference, VISIT);
    expect(await told(one, reference)).toEqual(['ASSESSMENT_BOOKED']);
    await middayOf(one, '2026-10-01');
    expect(await told(one, reference)).toEqual(['ASSESSMENT_BOOKED']);
    await middayOf(one, '2026-10-02');
    await middayOf(one, '2026-10-05');
    expect(await told(one, reference)).toEqual(['ASSESSMENT_BOOKED', 'ASSESSMENT_REMINDER']);
    await middayOf(one, VISIT);
    expect(await found(one, reference, 'HOME_VISITING')).toHaveProperty('theCase');
    const { list, settingHoursNow } = await caseOf(one, reference);
    expect(list).toMatchObject({ pathway: 'HOME_VISITING', band: 2 });
    expect([list?.targetOn, list?.acceptedOn, list?.referredAt]).toEqual([
      ...[before?.targetOn, before?.acceptedOn, before?.referredAt],
    ]);
    expect(settingHoursNow).toBe(16);
    expect(await told(one, reference)).toEqual([
      ...['ASSESSMENT_BOOKED', 'ASSESSMENT_FOUND', 'ASSESSMENT_OUTCOME', 'ASSESSMENT_REMINDER'],
    ]);
  });

  it('that is moved is reminded of before its new time alone', async () => {
    const one = instance();
    const reference = await waiting(one);
    await book(one, reference, VISIT);
    await book(one, reference, '2026-10-13');
    await middayOf(one, VISIT);
    expect(await told(one, reference)).toEqual(['ASSESSMENT_BOOKED', 'ASSESSMENT_MOVED']);
    await middayOf(one, '2026-10-12');
    expect(await told(one, reference)).toEqual(['ASSESSMENT_BOOKED', 'ASSESSMENT_MOVED', 'ASSESSMENT_REMINDER']);
  });

  it('that is cancelled is not reminded of, and can be booked again', async () => {
    const one = instance();
    const reference = await waiting(one);
    await book(one, reference, VISIT);
    await one.cancelAssessment(reference, { seen: 1, reason: 'The practitioner is ill' }, kim);
    await middayOf(one, VISIT);
    expect(await told(one, reference)).toEqual(['ASSESSMENT_BOOKED', 'ASSESSMENT_CANCELLED']);
    expect(await book(one, reference, '2026-10-13')).toHaveProperty('theCase');
  });

  it('missed once is booked again, missed twice asks a person, and the machine takes no one off the list', async () => {
    const one = instance();
    const reference = await waiting(one);
    for (const on of [VISIT, '2026-10-13']) {
      await book(one, reference, on);
      await middayOf(one, on);
      await miss(one, reference);
    }
    const asked = (await one.todos.todosOf(reference)).filter(({ kind }) => kind === 'AFTER_MISSED');
    expect(asked.map(({ done }) => done)).toEqual([undefined]);
    await middayOf(one, '2027-10-13');
    expect(await caseOf(one, reference)).toMatchObject({ status: 'ON_WAITING_LIST' });
    expect(await book(one, reference, '2027-11-02')).toEqual({ refused: 'ASKED' });
    const todo = await one.todos.readTodo(reference, asked[0]?.id ?? '');
    if (!todo) throw new Error('no one is asked');
    const decided = { what: 'OFFER_AGAIN', reason: 'We spoke with the mother', gate: gateAnswers };
    expect(await one.decideAfterMissed(todo, decided, kim)).toHaveProperty('theCase');
    expect((await one.todos.readTodo(reference, todo.id))?.done?.by).toEqual(kim);
    expect(await book(one, reference, '2027-11-02')).toHaveProperty('theCase');
  });

  it('is no longer reminded of once the child has died or the referral is withdrawn', async () => {
    const one = instance();
    const reference = await waiting(one);
    await book(one, reference, VISIT);
    await one.died({ reference, by: kim });
    await middayOf(one, VISIT);
    expect(await told(one, reference)).toEqual(['ASSESSMENT_BOOKED']);
    expect(await found(one, reference, 'HOME_VISITING')).toEqual({ refused: 'NOT_WAITING' });
  });

  it.each<[string, string, string]>([
    ['STAY_AND_PLAY_ALONE', 'CLOSED', 'ASSESSMENT_OUTCOME'],
    ['ADVISORY_TEACHER', 'REDIRECTED', 'FAMILY_ENDED'],
  ])('that finds %s ends the referral as %s, and the family is told', async (outcome, status, kind) => {
    const one = instance();
    const reference = await waiting(one);
    await book(one, reference, VISIT);
    await middayOf(one, VISIT);
    expect(await found(one, reference, outcome)).toHaveProperty('theCase');
    await one.sweep();
    await one.sweep();
    expect(await caseOf(one, reference)).toMatchObject({ status, next: 'DONE', list: null, parked: null });
    expect((await one.notices.noticesOf(reference)).map((notice) => notice.kind)).toContain(kind);
    const toTell = (await one.todos.todosOf(reference)).filter(({ kind, done }) => kind === 'TELL_IN_PERSON' && !done);
    await middayOf(one, '2026-12-01');
    expect(toTell).toEqual([]);
    expect((await caseOf(one, reference)).shared !== undefined).toBe(outcome === 'ADVISORY_TEACHER');
  });
});

describe('a family', () => {
  const noEmail = { family: { parents: [{ name: 'A. Mother', phone: '01632 960111', address: '1 Example Road' }] } };

  it('without email is called about the time of a visit, and gets a printed letter of what was found', async () => {
    const one = instance();
    const reference = await waiting(one, noEmail);
    const asked = async () => (await one.todos.todosOf(reference)).map(({ kind, why }) => `${kind} ${why}`);
    await book(one, reference, VISIT);
    await middayOf(one, '2026-10-02');
    expect(await asked()).toEqual(
      expect.arrayContaining(['TELL_IN_PERSON VISIT_BOOKED1', 'TELL_IN_PERSON VISIT_REMINDER1']),
    );
    await middayOf(one, VISIT);
    await found(one, reference, 'HOME_VISITING');
    expect(await asked()).toContain('PRINT_LETTER VISIT_OUTCOME1');
  });

  it('without email is not to be called any more about a visit that was moved, missed, cancelled or done', async () => {
    const one = instance();
    const reference = await waiting(one, noEmail);
    const open = async () => (await one.todos.todosOf(reference)).flatMap(({ why, done }) => (done ? [] : [why]));
    await book(one, reference, VISIT);
    expect(await open()).toContain('VISIT_BOOKED1');
    await book(one, reference, '2026-10-13');
    expect(await open()).not.toContain('VISIT_BOOKED1');
    expect(await open()).toContain('VISIT_MOVED2');
    await middayOf(one, '2026-10-13');
    await miss(one, reference);
    expect((await open()).filter((why) => /BOOKED|MOVED|REMINDER/.test(why))).toEqual([]);
    await book(one, reference, '2026-10-20');
    await one.cancelAssessment(reference, { seen: 3, reason: 'The practitioner is ill' }, kim);
    expect((await open()).filter((why) => /BOOKED|MOVED|REMINDER|MISSED/.test(why))).toEqual([]);
    await book(one, reference, '2026-10-27');
    await middayOf(one, '2026-10-27');
    await found(one, reference, 'HOME_VISITING');
    expect((await open()).filter((why) => why.startsWith('VISIT_') && why !== 'VISIT_OUTCOME4')).toEqual([]);
  });

  it.each<[string, object]>([
    ['a plan', { socialCare: { status: 'CHILD_PROTECTION_PLAN' } }],
    ['a looked-after child', { socialCare: { status: 'LOOKED_AFTER' } }],
    ['a social worker', { socialCare: { socialWorkerName: 'S. Worker' } }],
    [
      'words about safe contact',
      { family: { parents: [{ name: 'A. Mother', email: 'm@example.org', safeContact: 'Mornings' }] } },
    ],
  ])('with %s: a person decides after the first missed visit, and no letter goes before', async (_, patch) => {
    const one = instance();
    const reference = await waiting(one, patch);
    await book(one, reference, VISIT);
    await middayOf(one, VISIT);
    await miss(one, reference);
    expect((await caseOf(one, reference)).assessment?.asked?.why).toBe('SAFETY_FLAG');
    expect(await told(one, reference)).not.toContain('ASSESSMENT_MISSED');
    expect((await one.todos.todosOf(reference)).map(({ kind }) => kind)).toContain('AFTER_MISSED');
  });

  it('reads the day and the time in the email, never in its subject', async () => {
    const one = instance();
    const reference = await waiting(one);
    await book(one, reference, VISIT);
    const mail = one.mail.find(({ tags }) => tags.noticeId.startsWith('ASSESSMENT_BOOKED'));
    expect(mail?.text).toContain('6 October 2026 at 10am');
    expect(mail?.subject).not.toContain('October');
  });
});

describe('what comes too early, too late or twice', () => {
  it('is refused with its reason, and changes nothing', async () => {
    const one = instance();
    const reference = await waiting(one);
    expect(await book(one, reference, '2026-09-23')).toEqual({ refused: 'IN_PAST' });
    expect(await found(one, reference, 'HOME_VISITING')).toEqual({ refused: 'NONE' });
    await book(one, reference, VISIT);
    expect(await found(one, reference, 'HOME_VISITING')).toEqual({ refused: 'NOT_YET' });
    expect(await miss(one, reference)).toEqual({ refused: 'NOT_YET' });
    const late = { person: 'kim', on: VISIT, at: '11:00', seen: 0, anyway: false, place: 'HOME', where: '' } as const;
    expect(await one.bookAssessment(reference, late, kim)).toEqual({ refused: 'OVERTAKEN' });
    await middayOf(one, VISIT);
    expect(await book(one, reference, '2026-10-13')).toEqual({ refused: 'RECORD_FIRST' });
    await found(one, reference, 'HOME_VISITING');
    expect(await found(one, reference, 'PORTAGE_GROUP')).toEqual({ refused: 'DONE' });
    expect((await caseOf(one, reference)).events.filter((event) => event === 'ASSESSMENT_DONE')).toEqual([
      'ASSESSMENT_DONE',
    ]);
  });

  it('warns of leave and of closed days, and books all the same when told to', async () => {
    const one = instance();
    const reference = await waiting(one);
    await one.changeTeam({ change: 'LEAVE', id: 'kim', leave: [{ from: VISIT, to: VISIT }] }, kim);
    expect(await book(one, reference, VISIT)).toEqual({ warned: ['ON_LEAVE'] });
    expect(await book(one, reference, '2026-12-25')).toEqual({ warned: ['CLOSED'] });
    const anyway = { person: 'kim', on: VISIT, at: '10:00', seen: 0, anyway: true, place: 'HOME', where: '' } as const;
    expect(await one.bookAssessment(reference, anyway, kim)).toHaveProperty('theCase');
  });
});

it('warns when the practitioner is booked for another child at about that time', async () => {
  const one = instance();
  const first = await waiting(one);
  const child = { ...Object(bodyOf('C01', ['evidence-1']).child), nhsNumber: '9990014620' };
  const second = await waiting(one, { child }, 'key-of-another');
  await book(one, first, VISIT);
  const when = { person: 'kim', on: VISIT, at: '10:30', seen: 0, place: 'HOME', where: '' } as const;
  expect(await one.bookAssessment(second, { ...when, anyway: false }, kim)).toEqual({ warned: ['BUSY'] });
  expect(await one.bookAssessment(second, { ...when, at: '11:00', anyway: false }, kim)).toHaveProperty('theCase');
  expect(await one.bookAssessment(first, { ...when, at: '10:30', seen: 1, anyway: true }, kim)).toHaveProperty(
    'theCase',
  );
});

it('moves the child by the events of the list, so that any past order can be worked out again', async () => {
  const one = instance();
  const reference = await waiting(one);
  await book(one, reference, VISIT);
  await middayOf(one, VISIT);
  await found(one, reference, 'PORTAGE_GROUP');
  const { list, history } = await caseOf(one, reference);
  expect(list?.pathway).toBe('PORTAGE_GROUP');
  expect(history.map(({ event }) => event).slice(-3)).toEqual(['ASSESSMENT_DONE', 'BAND_CONFIRMED', 'LIST_MOVED']);
});
