import type { Page } from 'playwright-core';
import { SAVE_BUTTON } from '#web/form/engine/words.ts';
import { ADD_BUTTON, titles } from '#web/form/files/words.ts';
import { answers, documents, fillIn, save } from './form.ts';

const MORE = `button:has-text("${titles.more}")`;

/** Someone who has never seen the form: answers what is asked, and follows nothing but what the pages offer. */
export function newcomer(page: Page, at: string) {
  const files = documents();
  const here = () =>
    decodeURI(page.url())
      .slice(at.length + 1)
      .replace(/\?.*$/, '');
  const offers = (what: string) => page.locator(what).first().isVisible();
  /** Whatever leads on is over when the next page is there whole: what is looked at then is not half of a page. */
  const turn = (press: () => Promise<unknown>) => Promise.all([page.waitForEvent('load'), press()]);

  /** One page further; false on the list of tasks when nothing on it is left to do. */
  async function step(): Promise<boolean> {
    const path = here();
    if (path === '') return toNextTask();
    if (await offers('#file')) await addNext(path);
    else if (path === 'more') await turn(() => page.click('nav a.govuk-back-link'));
    else if (await offers(`button:has-text("${SAVE_BUTTON}")`)) {
      await fillIn(page, answers[path] ?? {});
      await turn(() => save(page));
    } else if (isLonger(path) && (await offers(MORE))) {
      await turn(() => page.click(MORE));
    } else if (hasFurther(path)) await turn(() => page.click('main a:has-text("Add another document")'));
    else if (await lacksEntry(path)) await turn(() => page.click('main a:has-text("Add a")'));
    else await turn(() => page.click('main a.govuk-button:has-text("Continue")'));
    return true;
  }

  async function toNextTask(): Promise<boolean> {
    for (const task of await page.locator('.govuk-task-list__item', { hasNotText: 'Completed' }).all()) {
      const leadsTo = (await task.locator('a').getAttribute('href'))?.split('/').at(-1) ?? '';
      const isMeant = [leadsTo, `${leadsTo}/1`].some((path) => path in answers);
      if (!isMeant && !/Not started|In progress/.test((await task.textContent()) ?? '')) continue;
      await turn(() => task.locator('a').click());
      return true;
    }
    return false;
  }

  const isLonger = (path: string) => (files[path.replace(/\/file.*$/, '')] ?? []).length > 0;

  async function addNext(path: string): Promise<void> {
    const file = files[path.replace(/\/file.*$/, '')]?.shift();
    if (!file) throw new Error(`There is no file left to add on ${path}.`);
    await page.setInputFiles('#file', file);
    await turn(() => page.click(`button:has-text("${ADD_BUTTON}")`));
  }

  /** After the files of a document: true when another document is meant to be added. */
  function hasFurther(path: string): boolean {
    const [, list, entry] = /^(.*)\/(\d+)\/file/.exec(path) ?? [];
    return `${list}/${Number(entry) + 1}` in answers;
  }

  async function lacksEntry(path: string): Promise<boolean> {
    const wanted = Object.keys(answers).filter((one) => one.startsWith(`${path}/`));
    return (await page.locator('.govuk-summary-card').count()) < wanted.length;
  }

  /** Continues to the page of this path, or until the list of tasks has nothing more to do. */
  async function goOn(look: () => Promise<void>, to?: string): Promise<void> {
    const longest = 80;
    for (let pages = 0; pages < longest; pages += 1) {
      await look();
      if (to !== undefined && here() === to) return;
      if (!(await step())) return;
    }
    throw new Error(`After ${longest} pages the form is still not filled in: ${here()}.`);
  }
  return { goOn };
}
