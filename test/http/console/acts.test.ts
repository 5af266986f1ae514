import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/people/person.ts';
import { TRIAGERS } from '#domain/people/todo.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { caseAt, contactCheckAt } from '#web/console/address.ts';
import { actWords as words } from '#web/console/case/acts-words.ts';
import { contactCheckReasonWords, contactCheckWords } from '#web/console/contact/words.ts';
import { legalHoldAt } from '#web/staff/legal-hold/address.ts';
import { HAND_ON_AT } from '#web/staff/queue/address.ts';
import { recordAt } from '#web/staff/records/address.ts';
import { hidden } from '../browser.ts';
import { checkedCase, reference, withTask } from '../records.ts';
import { consoleWorld } from './world.ts';

const AT = contactCheckAt(reference);
const reason = 'Two emails to the first parent came back';

/** A case in this state, and someone in this role who looks at it. */
async function seen(kind: 'TRIAGE' | 'DUPLICATE' | 'SUSPICIOUS', role: Role = 'OPERATOR') {
  const world = await consoleWorld({ theCase: withTask(checkedCase(kind === 'TRIAGE' ? 'TRIAGE' : 'HOLD'), kind) });
  const using = await world.as(role);
  return { ...world, using, page: (await using.get(caseAt(reference))).body };
}

describe('what can be done about a case', () => {
  it.each([
    ['TRIAGE', words.sameChild],
    ['DUPLICATE', words.duplicate],
    ['SUSPICIOUS', words.release],
  ] as const)('fits its state: %s', async (kind, act) => {
    const { page } = await seen(kind);
    const fits = [words.sameChild, words.duplicate, words.release].filter((one) => page.includes(one));
    expect(fits).toEqual([act]);
    for (const always of [words.emails, words.contact, words.reassign, words.withdraw, words.death, words.hold])
      expect(page).toContain(always);
  });

  it('leads a service manager to each page, and says to an operator who can', async () => {
    const ways = [`${HAND_ON_AT}?task=`, `${recordAt(reference)}/died`, legalHoldAt(reference), '/triage/tasks/'];
    const { page } = await seen('TRIAGE', 'SERVICE_MANAGER');
    expect(ways.filter((way) => !page.includes(`href="${way}`))).toEqual([]);
    const { page: ofOperator } = await seen('TRIAGE', 'OPERATOR');
    expect(ways.filter((way) => ofOperator.includes(`href="${way}`))).toEqual([]);
    expect([ofOperator.includes(words.managerOnly), ofOperator.includes(words.teamOnly)]).toEqual([true, true]);
  });

  it('offers an auditor nothing to press', async () => {
    const { page } = await seen('TRIAGE', 'AUDITOR');
    expect([page.includes(AT), page.includes(words.emails)]).toEqual([false, false]);
  });
});

describe('the team is asked to check contact details', () => {
  it('once, with a task today, and the history says who asked and why; the referral stays as it was', async () => {
    const { using, stores } = await seen('TRIAGE');
    const referral = await stores.referrals.readReferral(reference);
    const csrf = hidden(await using.get(AT), 'csrf');
    const first = await using.post(AT, { csrf, reason });
    expect([first.status, first.body.includes(contactCheckWords.done)]).toEqual([200, true]);
    const again = await using.post(AT, { csrf, reason });
    expect([again.status, again.body.includes(contactCheckWords.same)]).toEqual([409, true]);
    const todos = await stores.todos.todosOf(reference);
    expect(todos).toMatchObject([{ kind: 'CHECK_CONTACT', for: TRIAGERS, due: '2026-09-28T08:00:00.000Z' }]);
    const { history = [] } = (await stores.cases.readCase(reference)) ?? {};
    expect(history.filter(({ event }) => event === 'CONTACT_CHECK_ASKED')).toMatchObject([
      { text: reason, by: { id: 'olly' } },
    ]);
    expect(await stores.referrals.readReferral(reference)).toEqual(referral);
  });

  it('not without a reason (half-finished), nor by another site (hostile)', async () => {
    const { using, stores } = await seen('TRIAGE');
    const csrf = hidden(await using.get(AT), 'csrf');
    const { status, body } = await using.post(AT, { csrf, reason: ' ' });
    expect([status, body.includes(String(contactCheckReasonWords.REASON_MISSING))]).toEqual([422, true]);
    expect((await using.post(AT, { csrf: 'x'.repeat(64), reason })).status).toBe(403);
    expect(await stores.todos.todosOf(reference)).toEqual([]);
  });

  it('and again once someone has checked them', async () => {
    const { using, stores, deps, clock } = await seen('TRIAGE');
    const csrf = hidden(await using.get(AT), 'csrf');
    await using.post(AT, { csrf, reason });
    const [todo] = await stores.todos.todosOf(reference);
    if (!todo) throw new Error('The team is asked.');
    const triager = { kind: 'PERSON', id: 'tess', name: 'Tess', role: 'triager' } as const;
    expect(await deps.checkContact(todo, triager, { reason: '' })).toMatchObject({ kind: 'INVALID' });
    expect(await deps.checkContact(todo, triager, { reason: 'A new address' })).toEqual({ kind: 'DONE' });
    expect(await deps.checkContact(todo, triager, { reason: 'A new address' })).toEqual({ kind: 'ALREADY' });
    clock.advanceMinutes(1);
    expect((await using.post(AT, { csrf, reason })).status).toBe(200);
    const todos = await stores.todos.todosOf(reference);
    expect(todos.map(({ done }) => done !== undefined).sort()).toEqual([false, true]);
    expect(plusMinutes(todo.openedAt, 1)).toBe(todos.find(({ done }) => !done)?.openedAt);
  });
});
