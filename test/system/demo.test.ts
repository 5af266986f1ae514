import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusSchema } from '#domain/case/codes.ts';
import { explainPlace } from '#domain/lists/explain.ts';
import { NO_ONE } from '#domain/lists/tally.ts';
import { type Instance, startInstance } from '#local/instance.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { DEMO_STARTS, tellDemo } from '#tools/demo/run.ts';
import { sample } from '#tools/demo/sample/all.ts';
import { justReceived, seeds } from '#tools/seed/referrals.ts';
import { tableOf } from '#tools/seed/run.ts';
import { type Seeded, seed } from '#tools/seed/seed.ts';
import { views } from '#tools/views.ts';

let [isRight, text] = [false, ''];
let instance: Instance;
let seeded: Seeded[] = [];

// What is seeded comes into the service of the demonstration, as starting another would take as long again.
beforeAll(async () => {
  instance = await startInstance({ port: 0, now: DEMO_STARTS, views });
  isRight = await tellDemo(instance, (line) => {
    text += `${line}\n`;
  });
  seeded = await seed(instance);
});
afterAll(() => instance.stop());

describe('the demonstration', () => {
  test('ends every referral and every list as its sample says', () => {
    expect(text).toContain('Every referral ended where it should');
    expect(isRight).toBe(true);
  });

  test('explains every position of the list in Taunton by the band, the target date and the referral time', () => {
    const explained = text.replace(/\s+/g, ' ');
    expect(explained).toContain(`${explainPlace({ band: null }, NO_ONE, 7)}`);
    expect(explained).toMatch(
      /3rd of 7: band 1, suggested .*; one child without a band and one in band 1 with an earlier/,
    );
    expect(explained).toMatch(/4th of 7: .* and one in band 1 with the same target date who was referred earlier are/);
    expect(explained).toMatch(/5th of 7: band 2, .*; one child without a band and three in band 1 are before/);
    expect(explained).toMatch(/6th of 7: .* and one in band 2 with the same target date who was referred earlier are/);
  });

  test('tells which email went to whom, from the acknowledgement to the duty mailbox', () => {
    expect(text).toContain(`→ email to the referrer: ${subjects.received}`);
    expect(text).toContain(`→ email to triager 1, triager 2: ${subjects.triage}`);
    expect(text).toMatch(new RegExp(`→ email to triager [12], triager [12]: ${subjects.digest}`));
    expect(text).toMatch(new RegExp(`→ email to the duty team: Alert \\w+: ${subjects.risk}`));
    expect(text).toContain(`→ email to the advisory teachers: ${subjects.shareAsked}`);
    expect(text).not.toContain('someone else');
  });

  test('is readable at 100 columns and names no child', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const { child } of sample.map(({ body }) => body)) {
      expect(text).not.toContain(child.lastName);
      expect(text).not.toContain(child.dob);
    }
  });
});

describe('what is seeded', () => {
  test('is a case in every state there is', () => {
    expect(new Set(seeded.map(({ status }) => status))).toEqual(
      new Set(statusSchema.exclude(['IN_SUPPORT', 'CLOSED']).options),
    );
  });

  test('is each in the state for which it was sent', () => {
    const wanted = [...seeds, justReceived].map(({ referral, status }) => `${status} ${referral.name}`);

    expect(seeded.map(({ status, what }) => `${status} ${what}`)).toEqual(expect.arrayContaining(wanted));
  });

  test('is shown where its line says', async () => {
    for (const { reference, look } of seeded) {
      const page = await fetch(`${instance.url}${look}`);
      expect([look, page.status, await page.text()]).toEqual([look, 200, expect.stringContaining(reference)]);
    }
  });

  test('is a table with one line a case under its headings', () => {
    const [headings, ...lines] = tableOf(seeded);

    expect(headings).toMatch(/^Reference +State +Case +Where to look$/);
    expect(lines.map((line) => line.slice(0, 11))).toEqual(seeded.map(({ reference }) => reference));
  });
});
