import { familyPageWords } from '#web/family/page/words.ts';
import { tellPageWords } from '#web/family/tell/words.ts';
import { BORN, born } from './referrer.ts';
import type { Service } from './service.ts';
import { browser, hidden } from './triage.ts';
import { until } from './until.ts';
import { mailsAbout } from './window.ts';

/** The link to the page of a family, as they were emailed it when their child was accepted. */
export const pageLink = (at: Service, reference: string) =>
  until(`${reference} was emailed a link to the page`, async () =>
    (await mailsAbout(at, reference))
      .flatMap(({ text }) => /^http\S+\/family\/page\/l\/\S+$/m.exec(text)?.[0] ?? [])
      .at(-1),
  );

/** As the family: opens the page by the link and the date of birth, and tells the team that something has changed. */
export async function tellOnPage(at: Service, reference: string, on = BORN): Promise<void> {
  const using = browser();
  const entered = await using.post(await pageLink(at, reference), born(on));
  const page = await using.get(entered.location);
  if (!page.body.includes(familyPageWords.where)) throw new Error(`The page answered ${page.status}: ${page.body}`);
  const address = `${entered.location}/tell/changed`;
  const form = await using.get(address);
  const own = { csrf: hidden(form, 'csrf'), id: hidden(form, 'id') };
  const sent = await using.post(address, { ...own, words: 'She walks now' });
  const { body } = await using.get(sent.location);
  if (!body.includes(tellPageWords.heading)) throw new Error(`What was told led to ${sent.status}: ${body}`);
}
