import { describe, expect, it } from 'vitest';
import { birthDateCorrected } from '#domain/case/corrected.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { statusInWords } from '#web/components/record/status.ts';
import { keepScriptPath } from '#web/keep/script.ts';
import { keepScript } from '#web/layout/templates.ts';
import { caseOnReceipt, checkedCase, reference } from '../records.ts';
import { declined } from './standings.ts';
import { birthDate, referrerWorld } from './world.ts';

const birthDateParts = {
  day: birthDate['dob-day'],
  month: birthDate['dob-month'],
  year: birthDate['dob-year'],
};

const world = () => referrerWorld(caseOnReceipt(), 'STATUS');

describe("a referrer's link", () => {
  it('shows the reference and asks for the date of birth, nothing of the record', async () => {
    const { newBrowser, token } = await world();
    const answer = await newBrowser().get(`/referral/l/${token}`);
    expect(answer.status).toBe(200);
    for (const text of [reference, 'name="dob-day"', 'name="dob-month"', 'name="dob-year"'])
      expect(answer.body).toContain(text);
    expect(answer.body).not.toMatch(/Poppy|2024/);
  });

  it('looks the same when unknown, malformed, expired or for something that is over', async () => {
    const { newBrowser, token, clock } = await referrerWorld(declined, 'STATUS');
    const bodies = [
      await newBrowser().get(`/referral/l/${'A'.repeat(43)}`),
      await newBrowser().get('/referral/l/short'),
    ];
    const closed = await referrerWorld(checkedCase('TRIAGE'), 'RESUBMIT');
    bodies.push(await closed.newBrowser().get(`/referral/l/${closed.token}`));
    clock.advanceMinutes(28 * 24 * 60);
    bodies.push(
      await newBrowser().get(`/referral/l/${token}`),
      await newBrowser().post(`/referral/l/${token}`, birthDate),
    );
    expect(bodies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(bodies.map(({ body }) => body)).size).toBe(1);
  });

  it('opens with the date of birth, by a cookie that comes back from an upload elsewhere too', async () => {
    const { newBrowser, token } = await referrerWorld(caseOnReceipt(), 'STATUS', 'https://x.example/live');
    const answer = await newBrowser().post(`/referral/l/${token}`, birthDate);
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      `https://x.example/live/referral/${reference}/status`,
    ]);
    expect(answer.cookies[0]).toMatch(
      /^__Secure-small-steps-referrer=[\w-]{43}; Path=\/live\/referral; Max-Age=28800; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  it.each([
    ['nothing (half-finished)', {}],
    ['a date that no calendar has (malformed)', { 'dob-day': '30', 'dob-month': '2', 'dob-year': '2024' }],
    ['words (malformed)', { 'dob-day': 'ten', 'dob-month': 'Sept', 'dob-year': 'x' }],
  ])('given %s answers 422, and no try is lost', async (_kind, typed) => {
    const { newBrowser, token } = await world();
    for (let n = 0; n < 6; n += 1) expect((await newBrowser().post(`/referral/l/${token}`, typed)).status).toBe(422);
    expect((await newBrowser().post(`/referral/l/${token}`, birthDate)).status).toBe(303);
  });

  it.each([
    ['the corrected date', { day: '10', month: '7', year: '2024' }, 303],
    ['the date that was sent', birthDateParts, 303],
    ['another date', { day: '11', month: '7', year: '2024' }, 422],
  ])('whose date of birth staff corrected answers %s', async (_which, { day, month, year }, status) => {
    const moment = { now: '2026-09-24T09:00:00.000Z', policyVersion: 1 };
    const said = { from: '2024-09-10', on: '2024-07-10', by: MACHINE, reason: 'Her red book' };
    const corrected = birthDateCorrected(caseOnReceipt(), moment, said, defaultPolicy) ?? caseOnReceipt();
    const { newBrowser, token } = await referrerWorld(corrected, 'STATUS');
    const typed = { 'dob-day': day, 'dob-month': month, 'dob-year': year };
    expect((await newBrowser().post(`/referral/l/${token}`, typed)).status).toBe(status);
  });

  it('takes five wrong dates, then makes everybody wait, longer each time', async () => {
    const { newBrowser, token, clock } = await world();
    const guess = (day: number) => newBrowser().post(`/referral/l/${token}`, { ...birthDate, 'dob-day': String(day) });
    for (let day = 1; day < 5; day += 1) expect((await guess(day)).status).toBe(422);
    expect((await guess(5)).status).toBe(429);
    expect((await guess(10)).status).toBe(429);
    clock.advanceMinutes(15);
    for (let day = 1; day < 5; day += 1) expect((await guess(day)).status).toBe(422);
    const again = await guess(5);
    expect([again.status, again.headers['retry-after']]).toEqual([429, '1800']);
    clock.advanceMinutes(30);
    expect((await guess(10)).status).toBe(303);
  });

  it.each([1, 4])('puts the tries back after %d wrong dates and the right one', async (wrong) => {
    const { newBrowser, token } = await world();
    const guess = async (day: number) =>
      (await newBrowser().post(`/referral/l/${token}`, { ...birthDate, 'dob-day': String(day) })).status;
    for (let round = 0; round < 3; round += 1) {
      for (let day = 1; day <= wrong; day += 1) expect(await guess(day)).toBe(422);
      expect(await guess(10)).toBe(303);
    }
    for (let day = 1; day < 5; day += 1) expect(await guess(day)).toBe(422);
    expect(await guess(5)).toBe(429);
  });

  it('waits as short as at first once the right date was entered after a wait', async () => {
    const { newBrowser, token, clock } = await world();
    const guess = (day: number) => newBrowser().post(`/referral/l/${token}`, { ...birthDate, 'dob-day': String(day) });
    for (let round = 0; round < 2; round += 1) {
      for (let day = 1; day < 5; day += 1) await guess(day);
      expect((await guess(5)).headers['retry-after']).toBe('900');
      clock.advanceMinutes(15);
      expect((await guess(10)).status).toBe(303);
    }
  });

  it('is not opened by two hundred guesses at once (hostile) beyond its five tries', async () => {
    const { newBrowser, token } = await world();
    const days = Array.from({ length: 200 }, (_, n) => ({
      'dob-day': String((n % 9) + 1),
      'dob-month': '9',
      'dob-year': '2024',
    }));
    const answers = await Promise.all(days.map((typed) => newBrowser().post(`/referral/l/${token}`, typed)));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
    expect((await newBrowser().post(`/referral/l/${token}`, birthDate)).status).toBe(429);
  });

  it('works with a slash behind it, as some mail programs open it', async () => {
    const { newBrowser, token } = await world();
    const using = newBrowser();
    expect((await using.get(`/referral/l/${token}/`)).status).toBe(200);
    expect((await using.post(`/referral/l/${token}/`, birthDate)).status).toBe(303);
    for (const other of [`/referral/l/${token}//`, '/referral/l/mistyped/', `/referral/${reference}/status/`])
      expect((await using.get(other)).status).toBe(404);
  });

  it('refuses a POST from another site (hostile) with 403', async () => {
    const { newBrowser, token } = await world();
    expect(
      (await newBrowser().post(`/referral/l/${token}`, birthDate, { Origin: 'https://evil.example' })).status,
    ).toBe(403);
  });
});

describe('the status page', () => {
  it('says in words where the referral is and what has happened', async () => {
    const { visit } = await world();
    const { page } = await visit();
    expect(page.status).toBe(200);
    expect(page.body).toContain(statusInWords('RECEIVED'));
    expect(page.body).toContain('The referral was received');
    expect(page.body).not.toContain('Poppy');
  });

  it('is closed to a browser that opened no link, or one to something else (hostile)', async () => {
    const { visit, newBrowser } = await world();
    const { using } = await visit();
    expect((await newBrowser().get(`/referral/${reference}/status`)).status).toBe(404);
    expect((await using.get(`/referral/${reference}/resubmit`)).status).toBe(404);
    expect((await using.get('/referral/22222222222/status')).status).toBe(404);
  });

  it('is closed when the session has run out (late)', async () => {
    const { visit, clock } = await world();
    const { using, address } = await visit();
    clock.advanceMinutes(8 * 60);
    expect((await using.get(address)).status).toBe(404);
  });
});

describe('the first page', () => {
  it('says what this is, where the API is described, and whom to call in an emergency', async () => {
    const { newBrowser } = await referrerWorld(caseOnReceipt(), 'STATUS', 'https://x.example/live');
    const answer = await newBrowser().get('/');
    expect(answer.status).toBe(200);
    for (const text of ['Portage Service', '/live/v1/openapi.json', '01632 960999', 'day and night'])
      expect(answer.body).toContain(text);
  });

  it('leads to a style sheet whose name is made from its content, for browsers to keep', async () => {
    const { newBrowser } = await world();
    const path = /href="(\/assets\/small-steps-[0-9a-f]{12}\.css)"/.exec((await newBrowser().get('/')).body)?.[1] ?? '';
    const sheet = await newBrowser().get(path);
    expect(sheet.status).toBe(200);
    expect(sheet.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await newBrowser().get('/assets/small-steps-000000000000.css')).headers['cache-control']).toBe('no-store');
  });

  it('may lead to the script that keeps a form, under a name made from its content, and under no other', async () => {
    const { newBrowser } = await world();
    const script = await newBrowser().get(keepScriptPath);
    expect([script.status, script.body]).toEqual([200, keepScript]);
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await newBrowser().get('/assets/keep-form-000000000000.js')).status).toBe(404);
  });

  it.each(['/assets/../package.json', '/assets/layout.njk', '/.env', '/wp-admin'])(
    '%s (hostile) answers 404',
    async (path) => {
      const { newBrowser } = await world();
      expect((await newBrowser().get(path)).status).toBe(404);
    },
  );

  it('answers a wrong method with 405', async () => {
    const { newBrowser } = await world();
    expect((await newBrowser().post('/')).status).toBe(405);
  });
});
