import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTriage, statusOf } from './api.ts';
import { endAll, type Service, start } from './service.ts';
import { askForCode, browser, codesTo, decider, FIRST, linkTo, type Page, SECOND, shownBy, signIn } from './triage.ts';
import { mailsOf, move } from './window.ts';

let at: Service;
let reference: string;
let link: string;
beforeAll(async () => {
  at = await start({ now: '2026-09-24T09:00' });
});
afterAll(endAll);

// Every test has a referral of its own and asks for codes to the same mailbox: the limit of the test before is over.
beforeEach(async () => {
  await move(at, { advance: 'PT16M' });
  reference = await inTriage(at);
  link = await linkTo(at, reference);
});

const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');
const enter = (code: string) => browser().post(`${link}/code`, { code });
const unknownLink = () => `${at.url}/triage/l/${'A'.repeat(43)}`;
const undecided = async () =>
  expect(await statusOf(at, reference)).toMatchObject({ status: 'IN_TRIAGE', outcome: null });

/** What could tell one answer from another: everything but the time and the length of the connection. */
const seen = (page: Page) => ({
  status: page.status,
  body: shownBy(page),
  headers: [...page.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)),
});

// Weeks come first, while no other referral waits and is asked about every morning.
test('a link of 28 days (late) answers exactly as an unknown one', async () => {
  await move(at, { advance: 'P28D' });
  expect(seen(await browser().get(link))).toEqual(seen(await browser().get(unknownLink())));
});

describe('a mail scanner', () => {
  test('that opens the link, its buttons and its addresses as they stand brings one code to the mailbox and nothing else', async () => {
    const before = await mailsOf(at);
    const scanner = browser();
    for (let n = 0; n < 3; n += 1) {
      const page = await scanner.get(link);
      expect(page.status).toBe(200);
      expect(page.body).toContain(reference);
      expect(page.body).not.toMatch(/Juniper|Quixotica|TA1 9ZZ/);
      await scanner.post(link);
      await scanner.get(`${link}/code`);
      await scanner.post(`${link}/code`);
      await scanner.get(`${at.url}/triage/tasks/${reference}-T1`);
      await scanner.post(`${at.url}/triage/tasks/${reference}-T1`, { outcome: 'DECLINE', reason: 'x', ...decider });
      await scanner.post(`${at.url}/triage/tasks/${reference}-T1/undo`);
    }
    expect(scanner.jar.size).toBe(0);
    const sent = (await mailsOf(at)).slice(before.length);
    expect(sent.map(({ to }) => to)).toEqual([[FIRST]]);
    for (const { text } of sent) expect(text).toMatch(/^\d{6}$/m);
    await move(at, { advance: 'PT6M' });
    await undecided();
  });

  test('that asks for headers only is told no more, and sends nothing', async () => {
    const before = (await mailsOf(at)).length;
    const response = await fetch(link, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(await mailsOf(at)).toHaveLength(before);
  });
});

describe('a code', () => {
  test('that is wrong five times (hostile) is used up, and a new one works', async () => {
    const using = browser();
    const code = await askForCode(at, using, link);
    for (let n = 0; n < 5; n += 1) expect((await enter(wrongFor(code))).status).toBe(422);
    const spent = await enter(code);
    expect([spent.status, spent.headers.getSetCookie()]).toEqual([422, []]);
    const again = await askForCode(at, using, link);
    expect((await enter(again)).status).toBe(303);
  });

  test('that is wrong four times still works', async () => {
    const code = await askForCode(at, browser(), link);
    for (let n = 0; n < 4; n += 1) await enter(wrongFor(code));
    expect((await enter(code)).status).toBe(303);
  });

  test('that is empty or blank (half-finished) is no try', async () => {
    const code = await askForCode(at, browser(), link);
    for (const empty of ['', ' ', '', ' ', '', ' ', '']) {
      const answer = await enter(empty);
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('name="code"');
    }
    expect((await enter(code)).status).toBe(303);
  });

  test('that is ten minutes old (late) does not work, one of nine minutes does', async () => {
    const old = await askForCode(at, browser(), link);
    await move(at, { advance: 'PT10M' });
    expect((await enter(old)).status).toBe(422);
    const fresh = await askForCode(at, browser(), link);
    await move(at, { advance: 'PT9M' });
    expect((await enter(fresh)).status).toBe(303);
  });

  test('that was used (twice) does not work again', async () => {
    const code = await askForCode(at, browser(), link);
    expect((await enter(code)).status).toBe(303);
    expect((await enter(code)).status).toBe(422);
  });

  test('that was replaced by a newer one (out of order) does not work', async () => {
    const older = await askForCode(at, browser(), link);
    await move(at, { advance: 'PT2M' });
    await browser().post(link, { newCode: 'yes' });
    const newer = await askForCode(at, browser(), link);
    if (older !== newer) expect((await enter(older)).status).toBe(422);
    expect((await enter(newer)).status).toBe(303);
  });

  test("of one mailbox (hostile) does not open another's link", async () => {
    const code = await askForCode(at, browser(), link);
    const others = await linkTo(at, reference, SECOND);
    expect((await browser().post(`${others}/code`, { code })).status).toBe(422);
  });

  test('in place of the last is limited, says from when, and the last one goes on working', async () => {
    const askNew = () => browser().post(link, { newCode: 'yes' });
    const code = await askForCode(at, browser(), link);
    const before = await codesTo(at);
    const refused = await askNew();
    expect([refused.status, refused.body.includes('name="code"')]).toEqual([429, true]);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await codesTo(at)).toEqual(before);
    expect((await enter(code)).status).toBe(303);
    await askForCode(at, browser(), link);
    for (let n = 0; n < 3; n += 1) {
      await move(at, { advance: 'PT2M' });
      expect((await askNew()).status).toBe(200);
    }
    await move(at, { advance: 'PT2M' });
    expect((await askNew()).status).toBe(429);
    expect((await enter(await askForCode(at, browser(), link))).status).toBe(303);
  });

  test('asked for by a hundred requests at once (hostile) is sent once', async () => {
    const before = await codesTo(at);
    await Promise.all(Array.from({ length: 100 }, () => browser().post(link)));
    expect((await codesTo(at)).length - before.length).toBe(1);
  });

  test('guessed by a hundred requests at once (hostile) is tried five times at most', async () => {
    const code = await askForCode(at, browser(), link);
    const guesses = Array.from({ length: 100 }, (_, n) => String(n + 100_000)).filter((guess) => guess !== code);
    const answers = await Promise.all(guesses.map(enter));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]));
    expect((await enter(code)).status).toBe(422);
  });
});

describe('a link', () => {
  test('first opened after the decision (late) answers exactly as an unknown one, in the undo window and after', async () => {
    const others = await linkTo(at, reference, SECOND);
    const triager = await signIn(at, reference);
    await triager.send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: '' });
    const compare = async () => {
      for (const known of [others, link]) {
        expect(seen(await browser().get(known))).toEqual(seen(await browser().get(unknownLink())));
        expect(seen(await browser().post(known))).toEqual(seen(await browser().post(unknownLink())));
        const codes = [known, unknownLink()].map((one) => browser().post(`${one}/code`, { code: '123456' }));
        const [a, b] = await Promise.all(codes);
        expect(a && seen(a)).toEqual(b && seen(b));
      }
    };
    await compare();
    await move(at, { advance: 'PT6M' });
    await compare();
  });

  test.each([
    ['malformed, one letter short', (one: string) => one.slice(0, -1)],
    ['malformed, one letter too many', (one: string) => `${one}A`],
    ['hostile, with a path in it', (one: string) => `${one.slice(0, -6)}%2e%2e%2f`],
    ['hostile, with a quotation mark and a tag', (one: string) => `${one.slice(0, -8)}%22%3Cb%3E`],
    ['hostile, with another alphabet', (one: string) => `${one.slice(0, -3)}%C3%A9`],
  ])('that is %s is 404 and shows nothing of itself', async (_kind, spoilt) => {
    const answer = await browser().get(spoilt(link));
    expect([answer.status, shownBy(answer)]).toEqual([404, shownBy(await browser().get(unknownLink()))]);
  });
});

describe('a session', () => {
  const decision = { outcome: 'DECLINE', reason: 'As agreed' };

  test.each([
    ['forged, with another csrf', { csrf: 'a'.repeat(64) }],
    ['forged, without a csrf', { csrf: '' }],
    ['forged, with the task of another referral', { taskId: '22222222222-T1' }],
    ['forged, with a task that comes later', { taskId: 'later' }],
    ['forged, without a task', { taskId: '' }],
  ])('that is sent hidden fields that are %s answers 4xx and decides nothing', async (_kind, fields) => {
    const triager = await signIn(at, reference);
    const forged = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, value === 'later' ? `${reference}-T2` : value]),
    );
    const answers = [await triager.send({ ...decision, ...forged }), await triager.undo(forged)];
    for (const { status } of answers) expect(status === 403 || status === 404).toBe(true);
    await move(at, { advance: 'PT6M' });
    await undecided();
  });

  test.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['of a site with our name in it', { origin: 'http://localhost.evil.example' }],
    ['marked as from another site by the browser', { 'sec-fetch-site': 'cross-site' }],
  ])('whose cookie is used by a page %s (hostile) answers 4xx and decides nothing', async (_kind, headers) => {
    const triager = await signIn(at, reference);
    expect((await triager.send(decision, headers)).status).toBe(403);
    expect((await triager.undo({}, headers)).status).toBe(403);
    await move(at, { advance: 'PT6M' });
    await undecided();
  });

  test("shows no other referral's task (hostile)", async () => {
    const triager = await signIn(at, reference);
    const other = await inTriage(at);
    const address = `${at.url}/triage/tasks/${other}-T1`;
    expect((await triager.using.get(address)).status).toBe(404);
    const sent = { ...decision, ...decider, csrf: triager.own.csrf, taskId: `${other}-T1` };
    expect((await triager.using.post(address, sent)).status).toBe(404);
    expect((await triager.using.get(`${address}/evidence/0`)).status).toBe(404);
    expect((await statusOf(at, other)).status).toBe('IN_TRIAGE');
  });

  test('keeps its cookie from scripts and other sites, and its page from caches and search engines', async () => {
    const code = await askForCode(at, browser(), link);
    const [cookie = ''] = (await enter(code)).headers.getSetCookie();
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/;', 'Max-Age=']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Expires');
    const { headers } = (await signIn(at, reference, SECOND)).page;
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('eight hours old (late) is closed', async () => {
    const triager = await signIn(at, reference);
    await move(at, { advance: 'PT8H' });
    expect((await triager.reload()).status).toBe(404);
    expect((await triager.send(decision)).status).toBe(404);
    await undecided();
  });

  test('opens the evidence itself, byte for byte, and no one without one does', async () => {
    const triager = await signIn(at, reference);
    const opened = await triager.using.get(`${triager.address}/evidence/0`);
    expect(opened.status).toBe(303);
    const file = await fetch(opened.location);
    expect([file.status, (await file.text()).startsWith('%PDF-')]).toEqual([200, true]);
    expect((await browser().get(`${triager.address}/evidence/0`)).status).toBe(404);
    expect((await triager.using.get(`${triager.address}/evidence/1`)).status).toBe(404);
  });
});
