import { expect, it } from 'vitest';
import { until } from '#test/system/until.ts';
import { move } from '#test/system/window.ts';
import { answers, begin, SEND, save, send } from './form.ts';
import { critic, faultsOn } from './judge.ts';
import { newcomer } from './newcomer.ts';
import { stage } from './stage.ts';

const at = stage();

it('no page of a whole referral has a fault of axe or stands out of a narrow or a wide window', async () => {
  const page = await at.newPage();
  const { look, seen, faults } = critic(page);
  await page.goto(`${at.service.url}/refer`);
  await look();
  const address = await begin(page, at.service);
  await page.goto(`${address}`);
  await look();
  await page.goto(`${address}/check`);
  await look();
  await page.goto(`${address}/risk`);
  await newcomer(page, address).goOn(look);
  await page.click('text=Check your answers');
  await look();
  await page.click(SEND);
  expect(await page.title()).toMatch(/^Error: /);
  await look();
  await move(at.service, { advance: 'PT10M' });
  await send(page);
  await look();
  expect(faults).toEqual([]);
  expect(seen.size).toBeGreaterThanOrEqual(30);
  await page.context().close();
  // The newcomer meets every page of the form, and each is read by axe.
}, 240_000);

it('every page that is sent empty says what is missing, the focus on it, without a fault', async () => {
  const page = await at.newPage({ width: 320 });
  const address = await begin(page, at.service);
  const faults: unknown[] = [];
  const asked = Object.keys(answers).filter((path) => !['tool', 'ages', 'evidence/2'].includes(path));
  for (const path of [...asked, 'professionals/1', 'other-help/1']) {
    await page.goto(`${address}/${path}`);
    await save(page);
    // The browser moves the focus when it draws the page, which is after it has loaded it.
    await until(`the summary of ${path} has the focus`, async () =>
      (await page.evaluate("document.activeElement.classList.contains('govuk-error-summary')")) ? true : undefined,
    );
    expect(await page.title()).toMatch(/^Error: /);
    faults.push(...(await faultsOn(page)));
    await page.click('.govuk-error-summary a >> nth=0');
    expect(await page.evaluate("document.activeElement.getAttribute('name')")).not.toBeNull();
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

it('a parent is told who can refer', async () => {
  const page = await at.newPage();
  await page.goto(`${at.service.url}/refer`);
  await page.click('main button');
  expect(await page.title()).toMatch(/^Error: /);
  expect(await faultsOn(page)).toEqual([]);
  await page.check('[name="who"][value="parent"]');
  await page.click('main button');
  await page.waitForURL(/\/refer\/family$/);
  expect(await faultsOn(page)).toEqual([]);
  await page.context().close();
});
