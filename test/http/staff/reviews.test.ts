import { describe, expect, it } from 'vitest';
import { MOST_REVIEWED } from '#application/todos/review-waits.ts';
import { waitReviewed } from '#domain/case/wait-review.ts';
import { markOf } from '#domain/lists/mark.ts';
import { reviewOfWait, todoAsked } from '#domain/notices/asked-todos.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { waitOffers } from '#web/components/record/review-words.ts';
import { boxOf, REVIEWS_AT, seenOf } from '#web/staff/lists/reviews/address.ts';
import { bulkFaultWords, leftAsWasWords, reviewedBy, reviewsWords } from '#web/staff/lists/reviews/words.ts';
import { placeWords } from '#web/staff/place/words.ts';
import { hidden } from '../browser.ts';
import { childOf, lists } from './lists-world.ts';

const told = { 'on-day': '24', 'on-month': '9', 'on-year': '2026' };
const offered = { 'offering-STAY_AND_PLAY': 'yes', ...told };
const asked = '2026-09-01T07:00:00.000Z';
const pat = personActor('pat', 'Pat Reed', 'service manager');

/** Children who wait in Taunton, all but the last `notAsked` of them to be reviewed, with the page and its form. */
async function toReview(children: number, notAsked = 0) {
  const world = await lists(
    Array.from({ length: children }, () => ({ band: 2 as const })),
    referralExample,
  );
  for (let n = 0; n < children - notAsked; n += 1)
    await world.stores.todos.createTodo(todoAsked(reviewOfWait, childOf(n), asked, defaultPolicy));
  const page = await world.manager.get(REVIEWS_AT);
  const select = (...chosen: number[]) =>
    Object.fromEntries(
      chosen.flatMap((n) => [
        [boxOf(childOf(n)), 'yes'],
        [seenOf(childOf(n)), hidden(page, seenOf(childOf(n)))],
      ]),
    );
  const press = (fields: Record<string, string>) =>
    world.manager.post(REVIEWS_AT, { csrf: hidden(page, 'csrf'), ...fields });
  const events = async (n: number) => (await world.read(n)).history.filter(({ event }) => event === 'WAIT_REVIEWED');
  /** What someone else found at a review of one of them. */
  const reviewed = async (n: number) => {
    const theCase = await world.read(n);
    const found = { by: pat, todo: 'T', changes: [], changed: '', offered: '', on: '2026-09-20' } as const;
    const done = waitReviewed(theCase, { now: asked, policyVersion: 1 }, { ...found, offering: ['CALLS'] });
    if (done) await world.stores.cases.saveCase({ ...done, version: theCase.version + 1 });
  };
  return { ...world, page, select, press, events, reviewed };
}

describe('the page of the reviews of long waits', () => {
  it('shows who is to be reviewed, the first due first, without a name, and records nothing by being opened', async () => {
    const { page, events } = await toReview(3, 1);
    expect(page.status).toBe(200);
    expect([0, 1, 2].map((n) => page.body.includes(`name="${boxOf(childOf(n))}"`))).toEqual([true, true, false]);
    expect(page.body).not.toContain(referralExample.child.lastName);
    expect(await events(0)).toEqual([]);
  });

  it('is for service managers alone', async () => {
    const { enter } = await toReview(1);
    expect((await (await enter('triage-1@example.org')).get(REVIEWS_AT)).status).toBe(403);
  });

  it('adds up by list what was reviewed, what changed and what is offered, and what is overdue', async () => {
    const { manager, press, select } = await toReview(3);
    await press({ ...select(0, 1), ...offered });
    const { body } = await manager.get(REVIEWS_AT);
    const [, row = ''] = /<tbody[\s\S]*?(<tr[\s\S]*?<\/tr>)/.exec(body) ?? [];
    const cells = [...row.matchAll(/data-label="([^"]*)">([\s\S]*?)<\/t[hd]>/g)].map(([, label, cell = '']) => [
      label,
      cell.replace(/<[^>]*>/g, ''),
    ]);
    expect(Object.fromEntries(cells)).toMatchObject({
      [reviewsWords.waiting]: '3',
      [reviewsWords.toReview]: '1',
      [reviewsWords.overdue]: `${reviewsWords.overdueTag} 1`,
      [reviewsWords.reviewed]: '2',
      [reviewsWords.same]: '2',
      [reviewsWords.changed]: '0',
      [reviewsWords.offers]: `2: ${waitOffers.STAY_AND_PLAY}`,
    });
  });

  it('gives the same numbers as a file and on paper', async () => {
    const { manager, press, select } = await toReview(2);
    await press({ ...select(0), ...offered });
    const [head = '', row = ''] = (await manager.get(`${REVIEWS_AT}/export`)).body.slice(1).split('\r\n');
    const line = Object.fromEntries(head.split(',').map((name, n) => [name, row.split(',')[n]]));
    expect(line).toMatchObject({ waiting: '2', to_review: '1', reviewed: '1', nothing_changed: '1' });
    expect(line).toMatchObject({ offered_stay_and_play: '1', offered_calls: '0' });
    expect((await manager.get(`${REVIEWS_AT}/print`)).body).toContain(`1: ${waitOffers.STAY_AND_PLAY}`);
  });

  it('shows no more children than one press can review, and the others on the next page', async () => {
    const { page, manager } = await toReview(MOST_REVIEWED + 2);
    const boxes = (body: string) => body.match(/name="child-/g)?.length;
    const [, next = ''] = /href="([^"]*)" rel="next"/.exec(page.body) ?? [];
    const [path = '', query] = next.replaceAll('&amp;', '&').split('?');
    const second = await manager.get(path, Object.fromEntries(new URLSearchParams(query)));
    expect([boxes(page.body), boxes(second.body)]).toEqual([MOST_REVIEWED, 2]);
  });
});

describe('reviews of children for whom nothing has changed', () => {
  it('are recorded in one press, each in the history of its child, and the work is done', async () => {
    const { press, select, events, stores, read, manager } = await toReview(3);
    const { status, body } = await press({ ...select(0, 2), offered: 'Each Tuesday', ...offered });
    expect([status, body.includes(reviewsWords.done(2))]).toEqual([200, true]);
    const review = { on: '2026-09-24', isSame: true, offering: ['STAY_AND_PLAY'], text: 'Each Tuesday' };
    for (const n of [0, 2]) expect(await events(n)).toMatchObject([review]);
    expect(await events(1)).toEqual([]);
    expect((await manager.get(`/staff/records/${childOf(0)}/place`)).body).toContain(
      placeWords.toldOn('24 September 2026'),
    );
    const [todo] = await stores.todos.todosOf(childOf(0));
    expect([todo?.done?.by.kind, (await read(0)).status]).toEqual(['PERSON', 'ON_WAITING_LIST']);
  });

  it('are recorded once however often the button is pressed (twice)', async () => {
    const { press, select, events } = await toReview(2);
    const form = { ...select(0, 1), ...offered };
    await press(form);
    const { body } = await press(form);
    expect([(await events(0)).length, (await events(1)).length]).toEqual([1, 1]);
    expect(body).toContain(reviewsWords.noneDone);
  });

  it('leave alone who was reviewed meanwhile, and say by whom (out of order)', async () => {
    const { press, select, events, reviewed } = await toReview(2);
    await reviewed(0);
    const { body } = await press({ ...select(0, 1), ...offered });
    expect(body).toContain(reviewsWords.done(1));
    expect(body).toContain(reviewedBy('Pat Reed, service manager', '').split(',')[0]);
    expect(await events(0)).toMatchObject([{ by: pat }]);
  });

  it('leave alone a child of whom something new stands there since the page was shown (late)', async () => {
    const { press, select, events, deps, read } = await toReview(2);
    const [by, reason] = [pat, 'Nursery'];
    const { list } = await read(0);
    await deps.changePlace({ what: 'HOLD', reference: childOf(0), by, reason, on: '', seen: list ? markOf(list) : '' });
    const { body } = await press({ ...select(0, 1), ...offered });
    for (const said of [reviewsWords.done(1), leftAsWasWords.STALE, childOf(0)]) expect(body).toContain(said);
    expect([await events(0), (await events(1)).length]).toEqual([[], 1]);
  });

  it('leave alone a child who does not wait, and one who was never to be reviewed (malformed)', async () => {
    const { press, events } = await toReview(2, 1);
    const unknown = { [boxOf(childOf(1))]: 'yes', [boxOf('not-a-reference')]: 'yes', ...offered };
    const { body } = await press(unknown);
    expect(body).toContain(leftAsWasWords.OVER);
    expect(await events(1)).toEqual([]);
  });

  it('name a child that could not be saved, and record the others (half-finished)', async () => {
    const { press, select, events, stores } = await toReview(2);
    const { readReferral } = stores.referrals;
    stores.referrals.readReferral = async (reference) =>
      reference === childOf(0) ? Promise.reject(new Error('Out of reach.')) : readReferral(reference);
    const { body } = await press({ ...select(0, 1), ...offered });
    for (const said of [reviewsWords.done(1), leftAsWasWords.FAILED]) expect(body).toContain(said);
    for (const name of [boxOf(childOf(0)), 'offering-STAY_AND_PLAY'])
      expect(body).toMatch(new RegExp(`name="${name}"[^>]*checked`));
    expect([await events(0), (await events(1)).length]).toEqual([[], 1]);
  });

  it('say all that is missing in the order of the page, and keep what was selected and typed (malformed)', async () => {
    const { press, select, events } = await toReview(2);
    const nothing = await press({});
    const missing = [bulkFaultWords.CHILDREN_MISSING, bulkFaultWords.OFFERING_MISSING, bulkFaultWords.DATE_MISSING];
    const [, summary = ''] = /error-summary__list">([\s\S]*?)<\/ul>/.exec(nothing.body) ?? [];
    expect([nothing.status, ...missing.map((said) => summary.indexOf(said))]).toEqual([
      422,
      ...missing.map((said) => summary.indexOf(said)).toSorted((a, b) => a - b),
    ]);
    for (const said of missing) expect(summary).toContain(said);
    const { body } = await press({ ...select(1), offered: 'Each Tuesday', ...told });
    expect(body).toMatch(new RegExp(`name="${boxOf(childOf(1))}"[^>]*checked`));
    expect(body).toContain('Each Tuesday');
    expect(await events(1)).toEqual([]);
  });

  it('refuse a day before the referral of a child for that child alone', async () => {
    const { press, select } = await toReview(1);
    const { body } = await press({ ...select(0), ...offered, 'on-year': '2020' });
    expect(body).toContain(leftAsWasWords.TOO_EARLY);
  });

  it('refuse more children than a page shows (hostile)', async () => {
    const { press } = await toReview(MOST_REVIEWED + 1);
    const all = Array.from({ length: MOST_REVIEWED + 1 }, (_, n) => [boxOf(childOf(n)), 'yes']);
    const { status, body } = await press({ ...Object.fromEntries(all), ...offered });
    expect([status, body.includes(bulkFaultWords.CHILDREN_TOO_MANY({ limit: MOST_REVIEWED }))]).toEqual([422, true]);
  });
});
