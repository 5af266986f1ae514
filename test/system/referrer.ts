import { answerPageWords } from '#web/referral/words.ts';
import { PDF } from './api.ts';
import type { Service } from './service.ts';
import { type Browser, browser, type Page, shownBy } from './triage.ts';
import { until } from './until.ts';
import { mailsAbout } from './window.ts';

export const REFERRER = 'referrer01@example.org';
/** When the children of these tests were born. */
export const BORN = '2024-09-10';

export const born = (on: string) => {
  const [year = '', month = '', day = ''] = on.split('-');
  return { 'dob-day': day, 'dob-month': month, 'dob-year': year };
};

/** The newest link in an email to a referrer (or to this mailbox) with this in its subject. */
export const linkIn = (at: Service, reference: string, subject: string, mailbox = '@') =>
  until(`"${subject}" was sent to ${mailbox}`, async () => {
    const mails = (await mailsAbout(at, reference)).filter((mail) => mail.subject.includes(subject));
    const own = mails.filter(({ to }) => to.join().includes(mailbox));
    return own.flatMap(({ text }) => /^http\S+\/referral\/l\/\S+$/m.exec(text)?.[0] ?? []).at(-1);
  });

/** A browser that has followed a link past the date of birth. */
export async function open(link: string, on = BORN) {
  const using = browser();
  const answer = await using.post(link, born(on));
  if (answer.status !== 303) throw new Error(`The link answered ${answer.status}: ${answer.body}`);
  return { using, address: answer.location, page: await using.get(answer.location) };
}

const asTyped = (html: string) =>
  html.replace(/&(amp|quot|lt|gt|#39|#92|#96);/g, (_all, name) => {
    const characters: Record<string, string> = {
      amp: '&',
      quot: '"',
      lt: '<',
      gt: '>',
      '#39': "'",
      '#92': '\\',
      '#96': '`',
    };
    return characters[String(name)] ?? '';
  });

/** The forms of a page, each with its address and its hidden fields, as a browser would send them. */
function formsOf({ body }: Page) {
  return [...body.matchAll(/<form[^>]*action="([^"]*)"[\s\S]*?<\/form>/g)].map(([form, action = '']) => {
    const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const fields = inputs.map(([, name = '', value = '']) => [asTyped(name), asTyped(value)] as const);
    return { action: asTyped(action), fields: Object.fromEntries(fields) };
  });
}

const isOurs = (action: string) => /\/refer(ral)?\//.test(action);

/** Adds a document on a page as a browser without scripts does: to the store, and back by its redirect. */
export async function addDocument(using: Browser, page: Page, file = PDF): Promise<Page> {
  const form = formsOf(page).find(({ action }) => !isOurs(action));
  const body = new FormData();
  for (const [name, value] of Object.entries(form?.fields ?? {})) body.append(name, value);
  body.append('file', new Blob([file]), 'schedule.pdf');
  const sent = await fetch(form?.action ?? '', { method: 'POST', body, redirect: 'manual' });
  if (sent.status !== 303) throw new Error(`The store answered ${sent.status}: ${await sent.text()}`);
  return using.get((sent.headers.get('location') ?? '').replace(/\?.*$/, ''));
}

/** The page after the documents. */
export async function goOn(at: Service, using: Browser, { body }: Page): Promise<Page> {
  const { toAnswer, withoutDocument } = answerPageWords;
  const [, address = ''] = new RegExp(`href="([^"]+)">(?:${toAnswer}|${withoutDocument})<`).exec(body) ?? [];
  return using.get(new URL(address, at.url).href);
}

/** A page as everyone sees it. */
export const asSeen = (page: Page) => [page.status, shownBy(page)];

/** Sends the first form of ours on a page, with these fields beside the hidden ones. */
export function send(at: Service, using: Browser, page: Page, fields: Record<string, string> = {}): Promise<Page> {
  const form = formsOf(page).find(({ action }) => isOurs(action));
  return using.post(new URL(form?.action ?? '', at.url).href, { ...form?.fields, ...fields });
}

/** The fields that name every document on a page. */
export const naming = ({ body }: Page) =>
  Object.fromEntries(
    [...body.matchAll(/name="type-([\w-]+)"/g)].flatMap(([, id]) => [
      [`type-${id}`, 'SOGS'],
      [`title-${id}`, 'Schedule of Growing Skills'],
    ]),
  );
