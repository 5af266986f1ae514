import { describe, expect, it } from 'vitest';
import { words } from '#test/unit/web/public/world.ts';
import { begin, fill, fillAll, referWorld, send } from './form/world.ts';
import { checkedCase, withTask } from './records.ts';
import { referrerWorld } from './referral/world.ts';

const emergency =
  /If a child is in immediate danger, call 999\. No one is watching this page\. Children First: 01632 960999 , day/;
const call = '<a href="tel:01632960999">01632 960999</a>';
/** What is left of a page when every number that can be pressed is taken away. */
const withoutLinks = (body: string) => body.replace(/<a href="tel:[^"]*">[^<]*<\/a>/g, '');

/** The pages of the form that speak of immediate risk, by name. */
async function riskPages() {
  const world = referWorld();
  const using = world.newBrowser();
  const start = await using.get('/refer');
  const at = await begin(using);
  const risky = await fill(using, `${at}/risk`, { immediateRisk: 'yes' });
  const stopped = risky.status === 303 ? await using.get(risky.location) : risky;
  await fillAll(world, using, at);
  const check = await using.get(`${at}/check`);
  await send(using, at);
  const sent = await using.get(`${at}/sent`);
  return { start, stopped, check, sent };
}

describe('the emergency numbers', () => {
  it.each(['start', 'stopped', 'check', 'sent'] as const)(
    'are said in the same words wherever they stand, and can be pressed: %s',
    async (name) => {
      const { [name]: page } = await riskPages();

      expect(words(page.body)).toMatch(emergency);
      expect(page.body).toContain(call);
      expect(withoutLinks(page.body)).not.toMatch(/01632 960(999|000)\b/);
    },
  );
});

it('the telephone of the service can be pressed on the page that says where a referral is', async () => {
  const { visit } = await referrerWorld(withTask(checkedCase('TRIAGE'), 'TRIAGE'), 'STATUS');
  const { page } = await visit();

  expect(page.body).toContain('Call <a href="tel:01632960000">01632 960000</a>');
  expect(withoutLinks(page.body)).not.toContain('01632 960000');
});
