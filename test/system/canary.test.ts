import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAll, type Service, start } from './service.ts';
import { enterStaffArea } from './triage.ts';
import { until } from './until.ts';
import { executionsOf, mailsTo, move } from './window.ts';

const MAILBOX = 'canary@example.org';

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-10-02T04:00', canary: true });
});
afterAll(endAll);

/** The lines of one event in the log of the functions. */
const lines = (event: string) =>
  at
    .logged()
    .split('\n')
    .filter((line) => line.includes(`"${event}"`));

describe('the canary of one morning', () => {
  test('walks the whole road by its own emails, through pages that people use', async () => {
    await move(at, { advance: 'PT4H' });
    await until('the canary decided', async () => {
      const [execution] = await executionsOf(at);
      const codes = (await mailsTo(at, MAILBOX)).filter(({ text }) => /^\d{6}$/m.test(text));
      return execution && codes.length > 0 ? true : undefined;
    });
    await until('its decision took effect and the news of it came', async () => {
      await move(at, { advance: 'PT6M' });
      return lines('canary-arrived').length > 0 ? true : undefined;
    });
    const [execution, ...others] = await executionsOf(at);
    expect([execution?.status, others]).toEqual(['SUCCEEDED', []]);
    expect(at.logged()).not.toContain('denied');
  });

  test('emails no member of staff, and no one who is there has anything to do', async () => {
    for (const mailbox of ['triage-1@example.org', 'triage-2@example.org', 'manager@example.org']) {
      expect(await mailsTo(at, mailbox)).toEqual([]);
    }
    const staff = await enterStaffArea(at, 'triage-1@example.org');
    const queue = await staff.get(`${at.url}/staff/triage`);
    expect([queue.status, /[A-Z\d]{5}-[A-Z\d]{5}/.exec(queue.body)]).toEqual([200, null]);
  });
});
