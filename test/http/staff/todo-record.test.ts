import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { CAME_BACK } from '#domain/case/told.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Comment } from '#domain/people/comment.ts';
import { seededId } from '#domain/people/seed.ts';
import { type NewTodo, newTodo } from '#domain/people/todo.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { commentWords } from '#web/staff/comments/words.ts';
import { endedNews, listedNews, tellWords } from '#web/staff/todo/words.ts';
import { caseOnReceipt, checkedCase, reference, withTask } from '../records.ts';
import { onList } from '../referral/standings.ts';
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
async function shown(
  kind: NewTodo['kind'],
  why: string,
  theCase: Case,
  family: object = { parents: [parent] },
  comment?: Omit<Comment, 'by'>,
) {
  const times = { openedAt: '2026-09-24T07:00:00.000Z', due: '2026-10-01T08:00:00.000Z' };
  const to = `PERSON:${seededId(mailbox)}`;
  const todo = newTodo({ reference, kind, cause: why, why, for: to, ...times });
  const world = await triageWorld({ theCase, referral: { family } });
  await world.stores.todos.createTodo(todo);
  if (comment) await world.stores.comments.putComment({ ...comment, by: personActor('sam', 'Sam Field', 'triager') });
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

  it.each(['INITIAL_ASSESSMENT', 'PORTAGE_GROUP', 'LITTLE_TREASURES'] as const)(
    'reads that the child is on the list %s, and how long we aim that they wait',
    async (pathway) => {
      const { list } = onList();
      if (!list) throw new Error('It is on no list.');
      const theCase: Case = { ...closed, status: 'ON_WAITING_LIST', list: { ...list, pathway } };
      const body = await shown('TELL_IN_PERSON', 'LISTED', theCase);
      for (const line of listedNews(pathway, defaultPolicy.waitTargetMonths)) expect(body).toContain(line);
    },
  );

  it('names a list only where there is one', () => {
    const said = [undefined, 'INITIAL_ASSESSMENT', 'PORTAGE_GROUP', 'LITTLE_TREASURES', 'A_LATER_LIST'].map(
      (pathway) => listedNews(pathway, 6)[0],
    );
    expect(new Set(said).size).toBe(4);
  });

  it.each([
    ['ends', CAME_BACK, declined, true],
    ['is on a list', CAME_BACK, onList(), true],
    ['ends, and no email was sent', 'ENDED', declined, false],
    ['is on a list, and no email was sent', 'LISTED', onList(), false],
  ] as const)(
    'reads that our email came back, only where it did: a referral that %s',
    async (_how, why, theCase, isSaid) => {
      expect((await shown('TELL_IN_PERSON', why, theCase)).includes(tellWords.cameBack)).toBe(isSaid);
    },
  );

  it('reads above the form how to contact the family safely', async () => {
    const unsafe = { parents: [{ ...parent, safeContact: 'Ring the grandmother only' }] };
    const body = await shown('TELL_IN_PERSON', 'ENDED', declined, unsafe);
    const fact = body.indexOf('Ring the grandmother only');
    expect(fact).toBeGreaterThan(0);
    expect(fact).toBeLessThan(body.indexOf('<form'));
  });
});

describe('who has something to do for a referral', () => {
  const comment = { reference, id: 'c'.repeat(22), at: '2026-09-24T07:30:00.000Z', text: 'The nursery will call back' };

  it.each([
    ['and is asked to decide on it', withTask(checkedCase('TRIAGE'), 'TRIAGE'), true],
    ['and nothing else with it', declined, false],
  ])('reads what staff commented, %s', async (_who, theCase, mayComment) => {
    const body = await shown('TELL_IN_PERSON', 'ENDED', theCase, { parents: [parent] }, comment);
    expect([body.includes(comment.text), body.includes(commentWords.link)]).toEqual([true, mayComment]);
  });
});
