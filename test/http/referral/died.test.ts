import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { CHILD_HAS_DIED } from '#domain/case/death.ts';
import { newTodo } from '#domain/people/todo.ts';
import { callUsTitle } from '#web/layout/call-us.ts';
import { PAGE_NOT_FOUND } from '#web/layout/not-found.ts';
import { diedWords } from '#web/referral/died/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { declined, inTriage, onList, stopped } from './standings.ts';
import { referrerWorld } from './world.ts';

const at = `/referral/${reference}/status`;

async function opened(theCase: Case = inTriage) {
  const world = await referrerWorld(theCase, 'STATUS');
  const { using } = await world.visit();
  const page = await using.get(`${at}/died`);
  const tell = () => using.post(`${at}/died`, { csrf: hidden(page, 'csrf') });
  return { ...world, using, page, tell };
}

describe('telling us that the child has died', () => {
  it('comes first on the page for withdrawing, and leads to one button and no field', async () => {
    const { using, page } = await opened();
    const { body } = await using.get(`${at}/withdraw`);
    const [link, form] = [body.indexOf(`href="${at}/died"`), body.indexOf('<form')];
    expect(link).toBeGreaterThan(0);
    expect(link).toBeLessThan(form);
    expect(page.body).toContain(diedWords.button);
    expect(page.body.match(/<(input|textarea|button)[^>]*>/g)).toHaveLength(2);
  });

  it.each([
    ['in triage', inTriage],
    ['on the waiting list', onList()],
    ['declined (late)', declined],
    ['returned (late)', stopped('RETURNED_INVALID', 'X')],
  ])(
    'is recorded by one press while the referral is %s, and no one but a manager is written to',
    async (_when, given) => {
      const { tell, theCase, mailer } = await opened(given);
      const answer = await tell();
      expect([answer.status, answer.body.includes(diedWords.recorded)]).toEqual([200, true]);
      expect(await theCase()).toMatchObject({ status: 'WITHDRAWN', legalHold: { why: CHILD_HAS_DIED } });
      expect(mailer.sent.map(({ to }) => to)).toEqual(['manager@example.org']);
    },
  );

  it('pressed twice is recorded once, and asks the manager once', async () => {
    const { tell, theCase, mailer, stores } = await opened();
    await tell();
    await tell();
    expect((await theCase()).history.filter(({ event }) => event === 'DEATH_RECORDED')).toHaveLength(1);
    expect(mailer.sent).toHaveLength(1);
    expect((await stores.todos.todosOf(reference)).map(({ why }) => why)).toEqual(['PRACTITIONER']);
  });

  it('ends what staff were to do for the family', async () => {
    const { tell, stores } = await opened();
    const asked = { reference, cause: 'LISTED', why: 'LISTED', for: 'ROLE:SERVICE_MANAGER' };
    const days = { openedAt: '2026-09-24T08:00:00.000Z', due: '2026-09-25T08:00:00.000Z' };
    for (const kind of ['TELL_IN_PERSON', 'CONFIRM_BAND', 'PRINT_LETTER'] as const)
      await stores.todos.createTodo(newTodo({ ...asked, ...days, kind }));
    await tell();
    const planned = (await stores.todos.todosOf(reference)).filter(({ kind }) => kind !== 'TELL_OF_DEATH');
    expect(planned.map(({ done }) => done?.why)).toEqual([CHILD_HAS_DIED, CHILD_HAS_DIED, CHILD_HAS_DIED]);
  });

  it('is not taken from another page (forged)', async () => {
    const { using, theCase } = await opened();
    expect((await using.post(`${at}/died`, { csrf: 'x' })).status).toBe(403);
    expect((await theCase()).death).toBeUndefined();
  });

  it('by who has handed the referral over meanwhile is not theirs to record (late)', async () => {
    const { using, page, stores, theCase } = await opened();
    const taken = { id: `${reference}-H1`, name: 'Bea', email: 'bea@example.org', role: 'GP' };
    const current = await theCase();
    const handedTo = { ...taken, from: 'referrer01@example.org', at: '2026-09-24T08:00:00.000Z' };
    await stores.cases.saveCase({ ...current, handedTo, version: current.version + 1 });
    await using.post(`${at}/died`, { csrf: hidden(page, 'csrf') });
    expect((await theCase()).death).toBeUndefined();
  });
});

describe('once it is recorded', () => {
  it.each(['', '/withdraw', '/withdrawn', '/hand-over', '/died'])(
    'the page %s asks to call, and says nothing else',
    async (path) => {
      const { tell, using } = await opened();
      await tell();
      const { status, body } = await using.get(`${at}${path}`);
      expect([status, body.includes(callUsTitle(reference))]).toEqual([200, true]);
      expect(body).not.toMatch(/withdrawn|expired|not found|<form/i);
    },
  );

  it('every link that was ever mailed opens that page, also one that has expired (late)', async () => {
    const { tell, putLink, newBrowser, clock } = await opened();
    await tell();
    const purposes = ['STATUS', 'ANSWER', 'RESUBMIT', 'FORWARD', 'HANDOVER'] as const;
    const tokens = await Promise.all(purposes.map((purpose) => putLink(`${purpose}@example.org`, { purpose })));
    clock.advanceMinutes(60 * 24 * 400);
    for (const token of tokens)
      expect((await newBrowser().get(`/referral/l/${token}`)).body).toContain(callUsTitle(reference));
  });

  it('who holds no link learns nothing (hostile)', async () => {
    const { tell, newBrowser } = await opened();
    await tell();
    const pages = [await newBrowser().get(at), await newBrowser().get(`/referral/l/${'A'.repeat(43)}`)];
    for (const { body } of pages) {
      expect(body).toContain(PAGE_NOT_FOUND);
      expect(body).not.toContain(callUsTitle(reference));
    }
  });
});
