import { describe, expect, it } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Table } from '#adapters/records/table.ts';
import { OPEN_AGAIN } from '#web/form/engine/words.ts';
import { hidden } from '../browser.ts';
import { testRandom } from '../doubles.ts';
import { answers, begin, fill, fillAll, referWorld, send } from './world.ts';

/** The form over a table whose writes are counted. */
function counted(baseUrl?: string) {
  const table = memoryTable(false);
  const written: string[] = [];
  const counting: Table = {
    ...table,
    put: (item, condition) => {
      written.push(String(item.pk));
      return table.put(item, condition);
    },
  };
  const world = referWorld(baseUrl, undefined, storesOver(counting, testRandom()));
  return { ...world, written };
}

const risk = answers.risk ?? {};

describe('a start without an answer', () => {
  it('stores nothing, a thousand times over, in one browser and in many', async () => {
    const { newBrowser, written } = counted();
    const one = newBrowser();
    for (let n = 0; n < 500; n += 1) await begin(one);
    for (let n = 0; n < 500; n += 1) await begin(newBrowser());
    expect(written).toEqual([]);
  });

  it('stores nothing for all the pages that are looked at, and for a page that is sent blank', async () => {
    const { newBrowser, written } = counted();
    const using = newBrowser();
    const at = await begin(using);
    for (const path of ['', '/risk', '/you', '/parents', '/parents/1', '/check', '/keep', '/more'])
      expect([path, (await using.get(`${at}${path}`)).status]).toEqual([path, 200]);
    expect((await fill(using, `${at}/risk`, { immediateRisk: '' })).status).toBe(422);
    expect((await fill(using, `${at}/child`, {})).status).toBe(422);
    expect((await fill(using, `${at}/you`, { leave: 'tasks' })).location).toBe(at);
    expect(written).toEqual([]);
  });

  it('is no one else’s, and nothing once its time is over', async () => {
    const { newBrowser, clock } = counted();
    const using = newBrowser();
    const at = await begin(using);
    expect((await newBrowser().get(`${at}/risk`)).status).toBe(403);
    clock.advanceMinutes(8 * 60 - 1);
    expect((await using.get(`${at}/risk`)).status).toBe(200);
    clock.advanceMinutes(1);
    expect((await using.get(`${at}/risk`)).status).toBe(403);
  });

  it.each([
    ['with another id', 'A'.repeat(22), (value: string) => value],
    ['with a later start', undefined, (value: string) => value.replace(/\.[^.]+\./, '.zzzzzzzz.')],
    ['as a person’s, where a machine began it', undefined, (value: string) => value.replace(/1$/, '0')],
  ])('cannot be made up %s (hostile)', async (_how, other, forge) => {
    const { newBrowser } = counted();
    const using = newBrowser();
    const { location } = await using.post('/refer', { who: 'professional', website: 'https://spam.example' });
    const id = location.split('/')[2] ?? '';
    const value = using.jar.get(`small-steps-begun-${id}`) ?? '';
    const hostile = newBrowser();
    hostile.jar.set(`small-steps-begun-${other ?? id}`, forge(value));
    expect((await hostile.get(`/refer/${other ?? id}/risk`)).body).toContain(OPEN_AGAIN);
  });
});

describe('the first answer', () => {
  it('stores the draft and one session, and the road leads on', async () => {
    const { newBrowser, written } = counted();
    const using = newBrowser();
    const at = await begin(using);
    const answer = await fill(using, `${at}/risk`, risk);
    expect(answer.location).toBe(`${at}/you`);
    expect(written.map((pk) => pk.split('#')[0])).toEqual(['DRAFT', 'SESSION']);
    expect((await using.get(`${at}/you`)).status).toBe(200);
  });

  it('sent twice, the first response lost, is kept, and its browser goes on (twice)', async () => {
    const { newBrowser } = counted();
    const using = newBrowser();
    const at = await begin(using);
    const page = await using.get(`${at}/risk`);
    const before = new Map(using.jar);
    const form = { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen'), from: '', ...risk };
    await using.post(`${at}/risk`, form);
    using.jar.clear();
    for (const [name, value] of before) using.jar.set(name, value);
    expect((await using.post(`${at}/risk`, form)).location).toBe(`${at}/you`);
    expect((await using.get(`${at}/risk`)).body).toMatch(/value="no"[^>]*checked/);
  });

  it('in one tab leaves the forms that are open in another as they are', async () => {
    const { newBrowser } = counted();
    const using = newBrowser();
    const at = await begin(using);
    const [you, story] = [await using.get(`${at}/you`), await using.get(`${at}/setting`)];
    const formOf = (page: typeof you) => ({ csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen'), from: '' });
    await using.post(`${at}/you`, { ...formOf(you), ...answers.you });
    const second = await using.post(`${at}/setting`, { ...formOf(story), ...answers.setting });
    expect(second.status).toBe(303);
    expect((await using.get(`${at}/you`)).body).toContain('referrer01@example.org');
  });

  it('in each of two drafts that one browser began keeps both open', async () => {
    const using = counted().newBrowser();
    const drafts = await Promise.all([begin(using), begin(using)]);
    for (const at of drafts) await fill(using, `${at}/risk`, risk);
    expect(await Promise.all(drafts.map(async (at) => (await using.get(`${at}/you`)).status))).toEqual([200, 200]);
  });

  it.each(['http://localhost:8080', 'https://portage.example.org', 'https://example.org/prod'])(
    'leads to a referral that is sent, under %s',
    async (baseUrl) => {
      const world = counted(baseUrl);
      const using = world.newBrowser();
      const at = await begin(using);
      await fillAll(world, using, at);
      expect((await send(using, at)).location).toBe(`${at}/sent`);
    },
  );

  it('can be a request for a link, which opens what was begun', async () => {
    const { newBrowser, mailer, written } = counted();
    const using = newBrowser();
    const at = await begin(using);
    await fill(using, `${at}/keep`, { email: 'referrer01@example.org' });
    expect(mailer.sent).toHaveLength(1);
    expect(written).toContain(`DRAFT#${at.slice('/refer/'.length)}`);
  });
});
