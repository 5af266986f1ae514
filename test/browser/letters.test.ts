import { beforeAll, expect, it } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { digestLinkTo, signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { areaWords } from '#web/staff/area/words.ts';
import { letterListWords } from '#web/staff/letters/list-words.ts';
import { lettersWords } from '#web/staff/letters/words.ts';
import { enterArea } from './area.ts';
import { comeByLink } from './door.ts';
import { handOn } from './hand.ts';
import { critic } from './judge.ts';
import { stage, TELEPHONE } from './stage.ts';

const at = stage();
const MANAGER = 'manager@example.org';
const family = { parents: [{ name: 'Amina Mother', address: '1 Example Road, Taunton, TA1 9ZZ' }] };
const references: string[] = [];

beforeAll(async () => {
  for (const outcome of ['ACCEPT_INITIAL_ASSESSMENT', 'DECLINE']) {
    const reference = await inTriage(at.service, { family });
    const triager = await signIn(at.service, reference);
    await triager.send({ outcome, reason: 'Delay in two areas', criterion: 'DELAY' });
    references.push(reference);
  }
  await move(at.service, { at: '2026-09-25T08:20:00.000Z' });
});

it('a manager goes from the digest to the letters, prints them and records both as posted, without JavaScript', async () => {
  const hand = handOn(await at.newPage({ width: TELEPHONE, javaScript: false }));
  const [accepted = '', declined = ''] = references;
  await comeByLink(hand, at, await digestLinkTo(at.service, accepted, MANAGER), MANAGER);
  await hand.pressLink(areaWords.letters);
  for (const reference of references) {
    await hand.press(`main button:has-text("${letterListWords.open}"):has-text("${reference}")`);
    await hand.isAt(lettersWords.title(reference));
    await hand.pressLink(lettersWords.open('Amina Mother'));
    await hand.reads('Dear Amina Mother');
    await hand.reads('About Juniper Quixotica');
    expect(await hand.overflow()).toBe(0);
    await hand.pressLink(lettersWords.back);
    await hand.follow(`${at.service.url}/staff/letters`);
  }
  for (const reference of [accepted, declined]) await hand.page.check(`[name^="letter-${reference}"]`);
  await hand.enterDate('on', '2026-09-25');
  await hand.pressButton(letterListWords.record);
  await hand.reads(letterListWords.results);
  await hand.reads(letterListWords.empty);
  expect(await hand.page.locator('li', { hasText: 'Posted on 25 September 2026' }).count()).toBe(2);
  expect(await hand.overflow()).toBe(0);
  await hand.page.context().close();
});

it('no page of a letter has a fault, with mistakes and without, and on paper there is the letter alone', async () => {
  const reference = await inTriage(at.service, { family });
  await (await signIn(at.service, reference)).send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: 'Delay' });
  await move(at.service, { advance: 'PT20M' });
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await enterArea(page, at.service, MANAGER);
  await page.goto(`${at.service.url}/staff/letters`);
  await look();
  await page.click(`button:has-text("${letterListWords.record}")`);
  expect(await page.title()).toMatch(/^Error: /);
  await look();
  await page.click(`main button:has-text("${reference}")`);
  await look();
  await page.click(`a:has-text("${lettersWords.open('Amina Mother')}")`);
  await look();
  expect(faults).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  for (const screen of ['header', 'footer', 'h1', '.app-screen'])
    expect(await page.locator(`${screen} >> visible=true`).count()).toBe(0);
  expect(await page.locator('.app-letter__to').isVisible()).toBe(true);
  await page.context().close();
});
