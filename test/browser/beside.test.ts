import { beforeEach, expect, it } from 'vitest';
import { move } from '#test/system/window.ts';
import { confirmWords } from '#web/staff/safe-contact/words.ts';
import { accepted, declined, LETTER, openConfirm, openDuplicate, openLetters } from './beside.ts';
import { critic } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();
beforeEach(() => move(at.service, { advance: 'PT16M' }));

/** A page in a browser of its own, and what is wrong with what was looked at. */
async function newCritic() {
  const page = await at.newPage();
  return { page, ...critic(page) };
}

it('a way to contact a parent is recorded and confirmed on pages without a fault', async () => {
  const { page, look, faults } = await newCritic();
  await openConfirm(page, at.service, look);
  await look();
  await page.click(`main button:has-text("${confirmWords.button}")`);
  await page.waitForLoadState('domcontentloaded');
  await look();
  expect(faults).toEqual([]);
  await page.context().close();
});

it.each([
  ['accepted', accepted],
  ['declined', declined],
])('the letter to a family that is %s is printed from pages without a fault', async (_name, said) => {
  const { page, look, faults } = await newCritic();
  await openLetters(page, at.service, said);
  await look();
  await page.click(LETTER);
  await page.waitForSelector('.app-letter');
  await look();
  expect(faults).toEqual([]);
  await page.context().close();
});

it('two referrals of one child stand side by side on a page without a fault', async () => {
  const { page, look, faults } = await newCritic();
  await openDuplicate(page, at.service, '9990007314');
  await look();
  expect(faults).toEqual([]);
  await page.context().close();
});
