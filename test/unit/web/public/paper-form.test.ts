import { expect, it } from 'vitest';
import { labelOf } from '#web/form/engine/fields.ts';
import { pages } from '#web/form/pages/all.ts';
import { theReferrer } from '#web/form/pages/before/the-referrer.ts';
import { evidence } from '#web/form/pages/evidence/evidence.ts';
import { PAPER_FORM_AT } from '#web/public/paper-form/page.ts';
import { paperFormWords as formWords } from '#web/public/paper-form/words.ts';
import { publicWorld, words } from './world.ts';

const form = async () => words((await publicWorld().get(PAPER_FORM_AT)).body);

it.each(pages.filter((page) => page !== theReferrer))('asks on paper what the form asks: $title', async (page) => {
  const body = await form();
  expect(body).toContain(page.title);
  // Of the areas it asks the ages alone.
  const asked = page.path === 'ages' ? [] : page.fields.map(labelOf);
  for (const label of asked) expect(body).toContain(label);
});

it('has a box for each choice, and room for two of what a list may have more of', async () => {
  const body = await form();
  for (const { label } of evidence.fields.flatMap(({ options = [] }) => options)) expect(body).toContain(`☐ ${label}`);
  for (const n of [1, 2]) expect(body).toContain(formWords.each(evidence.entry, n));
  expect(body).toContain(formWords.more(evidence.entries));
});

it('asks when it came, and takes nothing itself', async () => {
  const { body } = await publicWorld().get(PAPER_FORM_AT);
  expect(words(body)).toContain(formWords.came);
  expect(body).not.toMatch(/<(form|input|textarea|select|button)/);
});
