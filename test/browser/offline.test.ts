import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { move } from '#test/system/window.ts';
import { keepWords } from '#web/keep/words.ts';
import { visitsAt } from '#web/staff/visits/address.ts';
import { visitWords } from '#web/staff/visits/words.ts';
import { enterArea } from './area.ts';
import { faultsOn, showsFocus } from './judge.ts';
import { holdPress, keptIn, NOTE, pressSave, signOut, typeVisit } from './offline.ts';
import { dayOfFirstVisit } from './plan.ts';
import { stage, TELEPHONE } from './stage.ts';

const at = stage();
const KIM = `kim-${TELEPHONE}@example.org`;
let page: Page;
let address: string;

const enter = async (mailbox: string) => {
  await enterArea(page, at.service, mailbox);
  await page.goto(address);
};
const note = () => page.inputValue('#note');

beforeAll(async () => {
  page = await at.newPage({ width: TELEPHONE });
  address = `${at.service.url}${visitsAt(await dayOfFirstVisit(page, at.service))}`;
}, 300_000);

describe('what a practitioner types on a phone', () => {
  it('is there again after the page is opened anew, and goes when they clear it', async () => {
    await page.goto(address);
    await typeVisit(page);
    await page.goto(address);
    expect([await note(), await page.isChecked('[name="came"][value="ATTENDED_SEEN"]')]).toEqual([NOTE, true]);
    expect(await page.isVisible(`text=${keepWords.restored}`)).toBe(true);
    expect(await faultsOn(page)).toEqual([]);
    await page.click(`button:text-is("${keepWords.clear}")`);
    expect([await note(), await keptIn(page)]).toEqual(['', 0]);
  });

  it('is not sent without a connection: the press is held, the page says so, and has no fault', async () => {
    await page.goto(address);
    await holdPress(page);
    expect([page.url(), await note(), await showsFocus(page)]).toEqual([address, NOTE, true]);
    expect(await faultsOn(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.waitForSelector(`[role="alert"]:has-text("${keepWords.back}")`);
    expect([page.url(), await keptIn(page), await showsFocus(page)]).toEqual([address, 1, true]);
  });

  it('outlives the error page of the browser, when someone reloads or the connection breaks in the press', async () => {
    await page.goto(address);
    await page.context().setOffline(true);
    await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
    await page.context().setOffline(false);
    await page.goto(address);
    expect(await note()).toBe(NOTE);
    await page.route(address, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    const isBroken = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
    await pressSave(page);
    await isBroken;
    await page.unroute(address);
    await page.goto(address);
    expect([await note(), await page.isVisible(`text=${visitWords.saved}`)]).toEqual([NOTE, false]);
  });

  it('is there for them after their session has ended (late), and for no one else on the same phone', async () => {
    await move(at.service, { advance: 'PT40M' });
    await pressSave(page);
    await page.waitForSelector(`text=${NOTE}`);
    await enter(KIM);
    expect(await note()).toBe(NOTE);
    await page.context().clearCookies();
    await enter('manager@example.org');
    expect([await note(), await keptIn(page), await page.isVisible(`text=${NOTE}`)]).toEqual(['', 0, false]);
  });

  it('is gone once they sign out', async () => {
    await page.context().clearCookies();
    await enter(KIM);
    await typeVisit(page);
    expect(await keptIn(page)).toBe(1);
    await signOut(page);
    expect(await keptIn(page)).toBe(0);
    await enter(KIM);
    expect(await note()).toBe('');
  });

  it('is recorded at one more press, and is then kept no longer', async () => {
    await holdPress(page);
    await page.context().setOffline(false);
    await page.waitForSelector(`[role="alert"]:has-text("${keepWords.back}")`);
    await pressSave(page);
    await page.waitForSelector(`text=${NOTE}`);
    expect([await page.isVisible('[role="alert"]'), await keptIn(page), page.url()]).toEqual([true, 0, address]);
    await page.goto(address);
    expect(await page.isVisible(`text=${keepWords.restored}`)).toBe(false);
  });
});
