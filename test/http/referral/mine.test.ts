import { describe, expect, it } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { Case } from '#domain/case/case.ts';
import { deathRecorded } from '#domain/case/death.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { otherRoadWords } from '#web/access/other-road.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { statusInWords } from '#web/components/record/status.ts';
import { callUsTitle } from '#web/layout/call-us.ts';
import { PAGE_NOT_FOUND } from '#web/layout/not-found.ts';
import { linkWords } from '#web/referral/link/words.ts';
import { mineListWords } from '#web/referral/mine/words.ts';
import { awaitedWords, JOINED, WAITING_FOR_YOU } from '#web/referral/status/words.ts';
import { type Answer, type Browser, hidden } from '../browser.ts';
import { caseOnReceipt, linkFor, reference, storedReferral } from '../records.ts';
import { LIST, mineWorld, REFERRER, TEAM } from './mine-world.ts';
import { asked, declined, inTriage, onList } from './standings.ts';
import { birthDate } from './world.ts';

const bea = { name: 'Bea Colleague', role: 'Health visitor', email: 'bea@example.org' };
const opens = `/referral/mine/${reference}`;
/** Nothing of the child and the family, and nothing that was asked about them. */
const ofTheChild = /Poppy|Testerfield|Parent 01|2024|9990007314|TA1|How does she play/;

const shown = ({ body }: Answer) => [...body.matchAll(/referral\/mine\/([A-Z0-9]{11})"/g)].map(([, one]) => one);

describe('a row of the list', () => {
  it('says the reference, the referrer’s own one, when it came, where it is and what is waited for', async () => {
    const { listed } = await mineWorld(inTriage, { ownReference: 'HV/2026/0117' });
    const { list } = await listed();
    for (const words of [
      reference,
      mineListWords.ownReference('HV/2026/0117'),
      mineListWords.received('24 September 2026'),
      statusInWords('IN_TRIAGE'),
      awaitedWords.decision,
    ])
      expect(list.body).toContain(words);
    expect(list.body).not.toMatch(ofTheChild);
  });

  it('says until when we wait for an answer, and leads to it', async () => {
    const { listed } = await mineWorld(asked);
    const { using, list } = await listed();
    expect(list.body).toContain(WAITING_FOR_YOU);
    expect(list.body).toContain(awaitedWords.answer('15 October 2026'));
    expect(list.body).toContain(`${mineListWords.answer} ${reference}`);
    expect(list.body).not.toMatch(ofTheChild);
    const page = await using.get(opens);
    const { location } = await using.post(opens, { csrf: hidden(page, 'csrf'), ...birthDate });
    const status = await using.get(location);
    expect(status.body).toContain(`href="/referral/${reference}/answer"`);
    expect((await using.get(`/referral/${reference}/answer`)).status).toBe(200);
  });

  it.each([['Poppy T'], ['PT 10092024'], ['999 000 7314']])(
    'leaves out a reference of the referrer’s own that could name the child: %s',
    async (ownReference) => {
      const { listed } = await mineWorld(inTriage, { ownReference });
      expect((await listed()).list.body).not.toContain(ownReference);
    },
  );

  it('says of a referral that waits for a person what its own page says (suspicious)', async () => {
    const { listed, stores, note } = await mineWorld();
    const other = referenceFor('local', 'key-00000003', 0);
    await stores.referrals.putReferral({ ...storedReferral(referralExample), reference: other });
    const held: Case = { ...caseOnReceipt(other), status: 'HELD_FOR_A_PERSON', suspicion: 'STANDS' };
    await stores.cases.createCase(held);
    await note(other);
    const { list } = await listed();
    expect(shown(list)).toContain(other);
    expect(list.body).toContain(statusInWords('HELD_FOR_A_PERSON'));
  });

  it('says that a referral was joined to an earlier one', async () => {
    const joined: Case = { ...declined, status: 'NOT_ACCEPTED', outcome: 'POSSIBLE_DUPLICATE', duplicateOf: 'OTHER' };
    const { listed } = await mineWorld(joined);
    expect((await listed()).list.body).toContain(JOINED);
  });

  it('of a child who has died says only to call, and leads to the one page that says whom', async () => {
    const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };
    const died = deathRecorded(inTriage, moment, referrerActor(REFERRER));
    const { listed } = await mineWorld({ ...(died ?? inTriage), version: 1 });
    const { using, list } = await listed();
    expect(list.body).toContain(mineListWords.callUs);
    expect(list.body).not.toContain(statusInWords('WITHDRAWN'));
    expect((await using.get(opens)).body).toContain(callUsTitle(reference));
    const posted = await using.post(opens, { csrf: 'x', ...birthDate });
    expect(posted.status).toBe(403);
  });
});

describe('a list of many referrals', () => {
  async function withMany(count: number, given = (n: number): Case => ({ ...inTriage, reference: refOf(n) })) {
    const world = await mineWorld(declined);
    for (let n = 0; n < count; n += 1) {
      const receivedAt = new Date(Date.parse('2026-09-24T08:00:00.000Z') + n * 60_000).toISOString();
      await world.stores.referrals.putReferral({ ...storedReferral(referralExample), reference: refOf(n) });
      await world.stores.cases.createCase({ ...given(n), reference: refOf(n), receivedAt });
      await world.note(refOf(n));
    }
    return world;
  }
  const refOf = (n: number) => referenceFor('local', `key-1000000${n}`, 0);

  const nextOf = ({ body }: Answer) => /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const follow = async (using: Browser, link: string) => {
    const { pathname, searchParams } = new URL(link, 'http://localhost');
    return using.get(pathname, Object.fromEntries(searchParams));
  };

  it('shows each once, the last received first, 20 a page', async () => {
    const { listed } = await withMany(44);
    const { using, list } = await listed();
    const pages = [list];
    for (let next = nextOf(list); next !== ''; next = nextOf(pages.at(-1) ?? list))
      pages.push(await follow(using, next));
    expect(pages.map((one) => shown(one).length)).toEqual([20, 20, 5]);
    const all = pages.flatMap(shown);
    expect(all).toEqual([...Array.from({ length: 44 }, (_, n) => refOf(43 - n)), reference]);
    expect(pages.at(1)?.body).toContain(mineListWords.first);
  });

  it('shows the open or the closed ones alone, and keeps to them on the next page', async () => {
    const { listed } = await withMany(45, (n) => (n % 2 === 0 ? inTriage : declined));
    const { using } = await listed();
    const open = await using.get(LIST, { show: 'OPEN' });
    const closed = await using.get(LIST, { show: 'ENDED' });
    expect(shown(open)).toEqual(Array.from({ length: 20 }, (_, n) => refOf(44 - 2 * n)));
    expect(shown(closed)).toHaveLength(20);
    expect(shown(await follow(using, nextOf(open)))).toEqual([4, 2, 0].map(refOf));
    expect(shown(await follow(using, nextOf(closed))).at(-1)).toBe(reference);
  });

  it('says so where there is none of a kind', async () => {
    const { listed } = await mineWorld(declined);
    const { using } = await listed();
    expect((await using.get(LIST, { show: 'OPEN' })).body).toContain(mineListWords.none.OPEN);
  });

  it.each([
    ['a place that is none', { after: 'x~y' }],
    ['a kind that is none', { show: 'constructor' }],
  ])('begins at the beginning for %s (malformed)', async (_what, query) => {
    const { listed } = await mineWorld();
    const { using } = await listed();
    expect(shown(await using.get(LIST, query))).toEqual([reference]);
  });
});

describe('the step from the list to a referral', () => {
  async function atDate(given: Case = inTriage) {
    const stores = createMemoryStores();
    const readings: string[] = [];
    const recordReading = async ({ what }: { what: string }) => {
      readings.push(what);
    };
    const world = await mineWorld(given, {}, { ...stores, access: { ...stores.access, recordReading } });
    const { using } = await world.listed();
    const page = await using.get(opens);
    const enter = (fields: Record<string, string>) =>
      using.post(opens, { csrf: hidden(page, 'csrf'), ...birthDate, ...fields });
    return { ...world, using, page, enter, readings };
  }

  it('asks for the date of birth, shows nothing of the child, and offers no code in its place', async () => {
    const { page, enter } = await atDate();
    expect(page.body).toContain('name="dob-day"');
    expect(page.body).not.toMatch(ofTheChild);
    const wrong = await enter({ 'dob-day': '1' });
    expect([wrong.status, wrong.body.includes(`${linkWords.wrong}. You have 4 tries left`)]).toEqual([422, true]);
    expect(wrong.body).not.toContain(otherRoadWords.button);
  });

  it('opens the status page with the right date, and the reading is recorded', async () => {
    const { using, enter, readings } = await atDate();
    const answer = await enter({});
    expect([answer.status, answer.location]).toEqual([303, `/referral/${reference}/status`]);
    expect((await using.get(answer.location)).status).toBe(200);
    expect(readings).toEqual(['SESSION_OPENED']);
    expect((await using.get(LIST)).status).toBe(200);
  });

  it('is the only way: no page of a referral opens to who entered a code alone', async () => {
    const { using, readings } = await atDate(asked);
    for (const path of ['status', 'answer', 'status/withdraw', 'status/hand-over', 'status/died'])
      expect((await using.get(`/referral/${reference}/${path}`)).body).toContain(PAGE_NOT_FOUND);
    expect(readings).toEqual([]);
  });

  it('makes one wait after five wrong dates, in every browser of this mailbox', async () => {
    const { enter, listed } = await atDate();
    for (let day = 1; day < 5; day += 1) await enter({ 'dob-day': String(day) });
    const fifth = await enter({ 'dob-day': '5' });
    expect([fifth.status, fifth.headers['retry-after']]).toEqual([429, '900']);
    const { using } = await listed();
    const page = await using.get(opens);
    expect((await using.post(opens, { csrf: hidden(page, 'csrf'), ...birthDate })).status).toBe(429);
  });

  it('takes no date without the token of the session (forged)', async () => {
    const { using } = await atDate();
    expect((await using.post(opens, { csrf: 'x', ...birthDate })).status).toBe(403);
    expect((await using.get(`/referral/${reference}/status`)).status).toBe(404);
  });

  it('does not lengthen the time for which the code counts', async () => {
    const { using, enter, clock } = await atDate();
    clock.advanceMinutes(defaultPolicy.sessionHours * 60 - 1);
    await enter({});
    clock.advanceMinutes(1);
    expect((await using.get(`/referral/${reference}/status`)).status).toBe(200);
    expect((await using.get(LIST)).location).toBe('/referral/mine');
  });

  it('says of a referral of another mailbox what it says of none (hostile)', async () => {
    const { using, stores } = await atDate();
    const other = referenceFor('local', 'key-00000003', 0);
    const body = { ...referralExample, referrer: { ...referralExample.referrer, email: 'other@example.org' } };
    await stores.referrals.putReferral({ ...storedReferral(body), reference: other });
    await stores.cases.createCase({ ...inTriage, reference: other });
    for (const one of [other, referenceFor('local', 'key-00000004', 0), 'nonsense'])
      expect((await using.get(`/referral/mine/${one}`)).body).toContain(PAGE_NOT_FOUND);
  });

  it('a link that was opened in a browser lists nothing there: whoever opened it need not read the mailbox', async () => {
    const { visit } = await mineWorld();
    const { using, page } = await visit();
    expect(page.body).toContain('href="/referral/mine"');
    expect((await using.get(LIST)).location).toBe('/referral/mine');
    expect((await using.get(opens)).location).toBe('/referral/mine');
  });
});

describe('once a colleague has taken a referral over', () => {
  async function takenOver() {
    const world = await mineWorld(inTriage, { ownReference: 'HV/2026/0117' });
    const before = await world.listed();
    const owner = await world.visit();
    const form = await owner.using.get(`/referral/${reference}/status/hand-over`);
    await owner.using.post(`/referral/${reference}/status/hand-over`, { csrf: hidden(form, 'csrf'), ...bea });
    const { using, page, address } = await world.visit(world.mailed(bea.email));
    await using.post(address, { csrf: hidden(page, 'csrf') });
    return { ...world, before };
  }

  it('it is in their list and in the team’s, without the other’s own reference', async () => {
    const { listed } = await takenOver();
    for (const mailbox of [bea.email, TEAM]) {
      const { list } = await listed(mailbox);
      expect(shown(list)).toEqual([reference]);
      expect(list.body).not.toContain('HV/2026/0117');
    }
  });

  it('it is gone from the list that the earlier referrer has open, and opens there no more', async () => {
    const { before } = await takenOver();
    expect(shown(await before.using.get(LIST))).toEqual([]);
    expect((await before.using.get(LIST)).body).toContain(mineListWords.none.ALL);
    expect((await before.using.get(opens)).body).toContain(PAGE_NOT_FOUND);
  });

  it('no code is mailed to the earlier referrer, who has no other', async () => {
    const { newBrowser, ask, codes } = await takenOver();
    const mails = codes().length;
    expect((await ask(newBrowser(), REFERRER)).status).toBe(200);
    expect(codes()).toHaveLength(mails);
  });
});

describe('what the list finds by', () => {
  it('is a hint: a referral of which the case is gone is not shown (erased)', async () => {
    const { listed, stores } = await mineWorld();
    const { using } = await listed();
    const readCase = stores.cases.readCase;
    Reflect.set(stores.cases, 'readCase', async () => undefined);
    expect(shown(await using.get(LIST))).toEqual([]);
    Reflect.set(stores.cases, 'readCase', readCase);
  });

  it('is written for a referral from before when its link is opened', async () => {
    const { newBrowser, ask, codes, visit, stores, listed } = await mineWorld(onList());
    const other = referenceFor('local', 'key-00000003', 0);
    const body = { ...referralExample, referrer: { ...referralExample.referrer, email: 'kim@example.org' } };
    await stores.referrals.putReferral({ ...storedReferral(body), reference: other });
    await stores.cases.createCase({ ...onList(), reference: other });
    await ask(newBrowser(), 'kim@example.org');
    expect(codes()).toEqual([]);
    const { token, link } = linkFor('kim', { purpose: 'STATUS', reference: other, mailbox: 'kim@example.org' });
    await stores.access.putLink({ ...link, taskId: undefined });
    await visit(token);
    expect(shown((await listed('kim@example.org')).list)).toEqual([other]);
  });
});
