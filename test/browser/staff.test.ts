import { expect, it } from 'vitest';
import { answers as fewest } from '#test/http/form/world.ts';
import { codesTo, FIRST } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { move } from '#test/system/window.ts';
import { sentWords } from '#web/form/check/words.ts';
import { declarations } from '#web/form/paper/entered.ts';
import { pdf } from './documents.ts';
import { addFile, fillIn, saveAt, send } from './form.ts';
import { critic, faultsOn } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();

it('staff enter a referral that came on paper, mistakes on the way, and no page of it has a fault', async () => {
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await page.goto(`${at.service.url}/refer`);
  await page.click('a:has-text("enter a referral")');
  await look();
  await page.fill('[name="mailbox"]', 'nobody');
  await page.click('main button');
  expect(await page.title()).toMatch(/^Error: /);
  await look();
  const before = (await codesTo(at.service, FIRST)).length;
  await page.fill('[name="mailbox"]', FIRST);
  await page.click('main button');
  await page.waitForSelector('[name="code"]');
  await look();
  await page.click('main button:has-text("Continue")');
  expect(await page.title()).toMatch(/^Error: /);
  await look();
  const code = await until('a code came', async () => (await codesTo(at.service, FIRST))[before]);
  await fillIn(page, { code, name: 'C. Clerk', role: 'administrator', cameBy: 'PAPER' });
  await fillIn(page, { 'arrivedOn-day': '21', 'arrivedOn-month': '9', 'arrivedOn-year': '2026' });
  await page.click('main button:has-text("Continue")');
  await page.waitForURL(/\/refer\/[\w-]{22}$/);
  await look();
  expect(await page.textContent('main')).toContain('It arrived on 21 September 2026');
  const address = page.url();
  for (const [path, fields] of Object.entries({ ...fewest, referrer: fewest.you ?? {} })) {
    if (path !== 'you') await saveAt(page, address, path, fields);
    if (path === 'referrer') await look();
    if (path === 'evidence/1') await addFile(page, pdf);
  }
  await page.goto(`${address}/check`);
  faults.push(...(await faultsOn(page)));
  expect(await page.textContent('main')).toContain(declarations.staff);
  await send(page);
  faults.push(...(await faultsOn(page)));
  expect(await page.textContent('main')).toContain(sentWords.writeReference);
  expect(faults).toEqual([]);
  await page.context().close();
});

it('a new code asked for too soon is refused on a page without a fault, and the field for the code stays', async () => {
  await move(at.service, { advance: 'PT16M' });
  const page = await at.newPage();
  await page.goto(`${at.service.url}/refer/staff`);
  await page.fill('[name="mailbox"]', FIRST);
  await page.click('main button');
  await page.click('[name="newCode"]');
  expect(await page.textContent('.govuk-inset-text')).toContain('You can ask for a new one from');
  expect(await page.isVisible('[name="code"]')).toBe(true);
  expect(await faultsOn(page)).toEqual([]);
  await page.context().close();
});
