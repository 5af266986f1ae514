import { against } from '#test/kit/together.ts';
import type { Service } from './service.ts';
import { until } from './until.ts';
import { mailsAbout, mailsTo } from './window.ts';

export const FIRST = 'triage-1@example.org';
export const SECOND = 'triage-2@example.org';

export interface Page {
  readonly status: number;
  readonly body: string;
  readonly location: string;
  readonly headers: Headers;
}
/** What a page shows to everyone alike: without the number by which this one answer is found in the log. */
export const shownBy = ({ body }: Page) => body.replace(/<strong>[\da-f-]{36}<\/strong>/, '');
export type Fields = Readonly<Record<string, string>>;

/** A browser: a cookie jar, no redirects of its own. */
export function browser() {
  const jar = new Map<string, string>();
  const send = async (url: string, init: RequestInit): Promise<Page> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(cookie === '' ? {} : { cookie }), ...Object(init.headers) },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const { status, headers } = response;
    return { status, headers, location: headers.get('location') ?? '', body: await response.text() };
  };
  return {
    jar,
    get: (url: string) => send(url, {}),
    post: (url: string, fields: Fields = {}, headers: Fields = {}) =>
      send(url, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: 'null', ...headers } }),
  };
}
export type Browser = ReturnType<typeof browser>;

/** The newest triage link that this mailbox was sent about a referral. */
export function linkTo(at: Service, reference: string, mailbox = FIRST): Promise<string> {
  return until(`${mailbox} was asked about ${reference}`, async () => {
    const mails = (await mailsAbout(at, reference)).filter(({ to }) => to.includes(mailbox));
    return mails.flatMap(({ text }) => /\bhttp\S+\/triage\/l\/\S+/.exec(text)?.[0] ?? []).at(-1);
  });
}

/** The codes that a mailbox was sent, oldest first. */
export async function codesTo(at: Service, mailbox = FIRST): Promise<string[]> {
  return (await mailsTo(at, mailbox)).flatMap(({ text }) => /^\d{6}$/m.exec(text)?.[0] ?? []);
}

/** Posts a link as it stands and gives the code that lies in the mailbox then. */
export async function askForCode(at: Service, using: Browser, link: string, mailbox = FIRST): Promise<string> {
  const page = await using.post(link);
  if (page.status !== 200) throw new Error(`The link answered ${page.status}: ${page.body}`);
  return until('a code came', async () => (await codesTo(at, mailbox)).at(-1));
}

export function hidden(page: Page, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? '';
}

export const decider = { deciderName: 'Robin Fielding', deciderRole: 'Portage practitioner', ...against };

/** A triager with the task's page open: through the link, the code and the redirect to a clean address. */
export async function signIn(at: Service, reference: string, mailbox = FIRST, using = browser()) {
  const link = await linkTo(at, reference, mailbox);
  const entered = await enter(at, using, link, mailbox);
  if (entered.status !== 303) throw new Error(`The code answered ${entered.status}: ${entered.body}`);
  return onTask(using, link, entered.location);
}

/** On the page of a task that this browser may open. */
export async function onTask(using: Browser, link: string, address: string) {
  const page = await using.get(address);
  const own = { csrf: hidden(page, 'csrf'), taskId: hidden(page, 'taskId') };
  return {
    using,
    link,
    address,
    page,
    own,
    reload: () => using.get(address),
    send: async (fields: Fields, headers: Fields = {}) => {
      const answer = await using.post(address, { ...own, ...decider, ...fields }, headers);
      return isPreview(answer) ? using.post(address, confirmed(answer), headers) : answer;
    },
    undo: (fields: Fields = {}, headers: Fields = {}) => using.post(`${address}/undo`, { ...own, ...fields }, headers),
  };
}

/** The link of the newest digest to this mailbox that names a referral. */
export function digestLinkTo(at: Service, reference: string, mailbox: string): Promise<string> {
  return until(`${mailbox} has a digest about ${reference}`, async () => {
    const mails = (await mailsAbout(at, reference)).filter(({ to }) => to.includes(mailbox));
    return mails.flatMap(({ text }) => /\bhttp\S+\/staff\/l\/\S+/.exec(text)?.[0] ?? []).at(-1);
  });
}

/** From today's work, which this browser may open, to the task of a referral. */
export async function openFromToday(using: Browser, today: string, reference: string) {
  const list = await using.get(today);
  const open = new RegExp(`name="open" value="(${reference}-T\\d+)"`).exec(list.body)?.[1] ?? '';
  const opened = await using.post(today, { csrf: hidden(list, 'csrf'), open });
  return onTask(using, today, opened.location);
}

/** The same as `signIn` from the newest digest that names it: through its link and the code to today's work, and on to the task. */
export async function signInFromDigest(at: Service, reference: string, mailbox: string) {
  const using = browser();
  const link = await digestLinkTo(at, reference, mailbox);
  const code = await askForCode(at, using, link, mailbox);
  const { location } = await using.post(`${link}/code`, { code });
  return openFromToday(using, location, reference);
}

/** Past the code; where this browser has shown its mailbox already, the link alone leads on. */
async function enter(at: Service, using: Browser, link: string, mailbox: string): Promise<Page> {
  if (using.jar.size > 0) return using.post(link);
  const code = await askForCode(at, using, link, mailbox);
  return using.post(`${link}/code`, { code });
}

/** Whether a decision is shown before it is recorded, in a form with one button that confirms it. */
function isPreview({ status, body }: Page): boolean {
  return status === 200 && body.includes('name="confirm"');
}

/** The form of a preview as it stands, with the button that confirms it. */
export function confirmed({ body }: Page): Fields {
  const fields = [...body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return { ...Object.fromEntries(fields.map(([, name = '', value = '']) => [name, plain(value)])), confirm: '1' };
}

/** Text as it stood before it was escaped. */
function plain(html: string): string {
  const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => marks[name] ?? '');
}

/** A browser of this member of staff, signed in at the door of the staff area by a mailed code. */
export async function enterStaffArea(at: Service, mailbox: string): Promise<Browser> {
  const using = browser();
  const before = (await codesTo(at, mailbox)).length;
  const asked = await using.post(`${at.url}/staff/sign-in`, { mailbox });
  const code = await until('a code came', async () => (await codesTo(at, mailbox))[before]);
  const given = { mailbox, asker: hidden(asked, 'asker'), code };
  const { status, body } = await using.post(`${at.url}/staff/sign-in/code`, given);
  if (status !== 303) throw new Error(`The code answered ${status}: ${body}`);
  return using;
}
