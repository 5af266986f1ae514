import { describe, expect, it } from 'vitest';
import { codesTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { move } from '#test/system/window.ts';
import { TOO_MANY_TRIES } from '#web/access/birth-date.ts';
import { NO_MORE_LINKS } from '#web/form/save-for-later/words.ts';
import { begin, giveBirthDate, linkAfter, REFERRER, saveAt } from './form.ts';
import { critic, faultsOn } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();

describe('save and return', () => {
  it('has no fault on any page of it, with a wrong address and a wrong date of birth on the way', async () => {
    const page = await at.newPage();
    const { look, faults } = critic(page);
    const address = await begin(page, at.service);
    await saveAt(page, address, 'child');
    await page.goto(`${address}/keep`);
    await look();
    await page.fill('[name="email"]', 'nobody');
    await page.click('main button');
    expect(await page.title()).toMatch(/^Error: /);
    await look();
    await page.fill('[name="email"]', REFERRER);
    const link = await linkAfter(at.service, () => page.click('main button'));
    await look();
    const other = await at.newPage();
    const there = critic(other);
    await other.goto(link);
    await there.look();
    await giveBirthDate(other, { day: '31', month: '2', year: '2024' });
    expect(await other.title()).toMatch(/^Error: /);
    await there.look();
    for (let day = 1; day <= 4; day += 1) {
      await giveBirthDate(other, { day: String(day), month: '5', year: '2024' });
      expect(await other.textContent('.govuk-error-summary')).toContain('left');
    }
    await giveBirthDate(other, { day: '5', month: '5', year: '2024' });
    expect(await other.textContent('h1')).toBe(TOO_MANY_TRIES);
    await there.look();
    await move(at.service, { advance: 'PT15M' });
    await other.goto(link);
    await giveBirthDate(other);
    await other.waitForURL(address);
    expect([...faults, ...there.faults]).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  });

  it('opens a draft without a date of birth by its link and a code, a wrong one on the way', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await page.goto(`${address}/keep`);
    await page.fill('[name="email"]', REFERRER);
    const link = await linkAfter(at.service, () => page.click('main button'));
    const other = await at.newPage();
    const { look, faults } = critic(other);
    await other.goto(link);
    await look();
    const before = (await codesTo(at.service, REFERRER)).length;
    await other.click('main button');
    await other.waitForSelector('[name="code"]');
    await look();
    await other.fill('[name="code"]', '12');
    await other.click('main button >> nth=0');
    await other.waitForSelector('.govuk-error-summary');
    await look();
    const code = await until('a code came', async () => (await codesTo(at.service, REFERRER))[before]);
    await other.fill('[name="code"]', code);
    await other.click('main button >> nth=0');
    await other.waitForURL(address);
    expect(faults).toEqual([]);
    for (const one of [page, other]) await one.context().close();
  });

  it('mails no sixth link in a day, and says so', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    for (let links = 1; links <= 6; links += 1) {
      await page.goto(`${address}/keep`);
      await page.fill('[name="email"]', REFERRER);
      await page.click('main button');
    }
    expect(await page.textContent('h1')).toBe(NO_MORE_LINKS);
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });

  it('says that a draft is gone after its last day (late)', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await saveAt(page, address, 'child');
    await page.goto(`${address}/keep`);
    await page.fill('[name="email"]', REFERRER);
    const link = await linkAfter(at.service, () => page.click('main button'));
    await move(at.service, { advance: 'P27DT23H' });
    await page.goto(link);
    await giveBirthDate(page);
    await page.waitForURL(address);
    await move(at.service, { advance: 'PT2H' });
    const answer = await page.goto(`${address}/child`);
    expect(answer?.status()).toBe(410);
    expect(await faultsOn(page)).toEqual([]);
    expect((await page.goto(link))?.status()).toBe(404);
    await page.context().close();
  });
});
