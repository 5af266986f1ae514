import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { testConfig } from '#test/http/service-config.ts';
import { OPEN_AGAIN } from '#web/form/engine/words.ts';
import { ADD_BUTTON } from '#web/form/files/words.ts';
import { brokenPage } from '#web/layout/refusals.ts';
import { large } from './documents.ts';
import { begin, saveAt } from './form.ts';
import { faultsOn } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();

/** Sends a form that no page of ours has, from a page of ours. */
async function postFrom(page: Page, address: string, fields: Readonly<Record<string, string>>): Promise<number> {
  const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`);
  await page.evaluate(
    `document.querySelector('main').innerHTML = '<form id="forged" method="post" action="${address}">${inputs.join('')}</form>'`,
  );
  const answered = page.waitForEvent('response', (response) => response.request().method() === 'POST');
  await page.evaluate("document.querySelector('#forged').submit()");
  const status = (await answered).status();
  await page.waitForLoadState('domcontentloaded');
  return status;
}

/** Why a page refuses, and that it does so in our clothes. */
async function refused(page: Page, title: RegExp): Promise<void> {
  expect(await page.textContent('h1')).toMatch(title);
  expect(await page.textContent('footer')).toContain('Questions?');
  expect(await faultsOn(page)).toEqual([]);
  await page.context().close();
}

describe('a page that refuses says why in our own clothes, without a fault', () => {
  it('403: a draft of another browser (hostile)', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    const stranger = await at.newPage();
    const answer = await stranger.goto(`${address}/child`);
    expect(answer?.status()).toBe(403);
    await refused(stranger, new RegExp(OPEN_AGAIN));
    await page.context().close();
  });

  it('403: the token of another session (hostile), with what was typed', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await page.goto(`${address}/story`);
    const forged = { csrf: 'of another', 'story.worrying': 'Typed just now' };
    expect(await postFrom(page, `${address}/story`, forged)).toBe(403);
    expect(await page.textContent('main')).toContain('Typed just now');
    await refused(page, new RegExp(OPEN_AGAIN));
  });

  it('404: a page that is not there', async () => {
    const page = await at.newPage();
    const answer = await page.goto(`${at.service.url}/nowhere`);
    expect(answer?.status()).toBe(404);
    await refused(page, /./);
  });

  it('404: a page that a draft has not', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    const answer = await page.goto(`${address}/nowhere`);
    expect(answer?.status()).toBe(404);
    await refused(page, /./);
  });

  it('405: a page that can only be read', async () => {
    const page = await at.newPage();
    await page.goto(`${at.service.url}/help`);
    expect(await postFrom(page, `${at.service.url}/help`, {})).toBe(405);
    await refused(page, /cannot open this page in this way/);
  });

  it('413: more words than a page can take', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await saveAt(page, address, 'story', { 'story.worrying': 'x'.repeat(70_000) });
    await refused(page, /./);
  });

  it('413: a file of more than the gateway takes, at our own address', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await saveAt(page, address, 'evidence/1');
    await page.goto(`${address}/evidence/1/file/here`);
    await page.setInputFiles('#file', large(7));
    await page.click(`button:has-text("${ADD_BUTTON}")`);
    await page.waitForSelector('h1');
    expect(await page.textContent('body')).toMatch(/large|long|big|MB/i);
    expect(await faultsOn(page)).toEqual([]);
    await page.goto(`${address}/evidence/1/file`);
    expect(await page.textContent('main')).toContain('Schedule of Growing Skills');
    await page.context().close();
  });

  it.each([
    [500, false],
    [503, true],
  ])('%i: something broke, with a reference for support', async (status, canRetry) => {
    const page = await at.newPage();
    const broken = brokenPage({ baseUrl: at.service.url, config: testConfig });
    const { body } = broken({ canRetry, support: '01234567-89ab-cdef' });
    // Nothing that a browser can send breaks the service, so its answer is put in the place of another.
    await page.route('**/help', (route) => route.fulfill({ status, body, contentType: 'text/html; charset=utf-8' }));
    await page.goto(`${at.service.url}/help`);
    expect(await page.textContent('main')).toContain('01234567-89ab-cdef');
    await refused(page, /busy|went wrong/);
  });
});
