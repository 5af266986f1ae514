import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { seededId } from '#domain/people/seed.ts';
import { type NewTodo, newTodo } from '#domain/people/todo.ts';
import { endedNews, listedNews } from '#web/staff/todo/words.ts';
import { caseOnReceipt, reference } from '../records.ts';
import { triageWorld } from './world.ts';

const mailbox = 'triage-1@example.org';
const closed: Case = { ...caseOnReceipt(), next: 'DONE', outbox: [] };
const parent = { name: 'Ada Mother', relationship: 'MOTHER', parentalResponsibility: true, phone: '01632 960001' };
const declined: Case = {
  ...closed,
  ...{ status: 'DECLINED', outcome: 'DECLINED' },
  lastDecision: { outcome: 'DECLINE', at: '2026-09-24T07:00:00.000Z', message: 'Speech therapy can help first.' },
};

/** What the page of this TODO shows. */
async function shown(kind: NewTodo['kind'], why: string, theCase: Case, family: object = { parents: [parent] }) {
  const times = { openedAt: '2026-09-24T07:00:00.000Z', due: '2026-10-01T08:00:00.000Z' };
  const to = `PERSON:${seededId(mailbox)}`;
  const todo = newTodo({ reference, kind, cause: why, why, for: to, ...times });
  const world = await triageWorld({ theCase, referral: { family } });
  await world.stores.todos.createTodo(todo);
  const using = await world.signIn(await world.putLink('the link', { mailbox, taskId: todo.id }));
  return (await using.get(`/triage/tasks/${todo.id}`)).body;
}

describe('whoever must tell a family how a referral ended', () => {
  it('reads how it ended and what the triage team wrote for the family', async () => {
    const body = await shown('TELL_IN_PERSON', 'ENDED', declined);
    expect(body).toContain(endedNews('DECLINED')[0]);
    expect(body).toContain('Speech therapy can help first.');
  });

  it.each(['REDIRECTED', 'OUT_OF_SCOPE', 'NOT_ACCEPTED', 'WITHDRAWN'] as const)(
    'reads it of one that is %s, and no message where none was written',
    async (status) => {
      const body = await shown('TELL_IN_PERSON', 'ENDED', { ...closed, status, outcome: status });
      expect(body).toContain(endedNews(status)[0]);
      expect(body).not.toContain('From the triage team');
    },
  );

  it('is not told that it ended where the child is on a list', async () => {
    const body = await shown('TELL_IN_PERSON', 'LISTED', { ...closed, status: 'ON_WAITING_LIST' });
    expect(body).toContain(listedNews[0]);
  });

  it('reads above the form how to contact the family safely', async () => {
    const unsafe = { parents: [{ ...parent, safeContact: 'Ring the grandmother only' }] };
    const body = await shown('TELL_IN_PERSON', 'ENDED', declined, unsafe);
    const fact = body.indexOf('Ring the grandmother only');
    expect(fact).toBeGreaterThan(0);
    expect(fact).toBeLessThan(body.indexOf('<form'));
  });
});
