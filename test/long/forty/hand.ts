import type { Service } from '#test/system/service.ts';
import { codesTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { formsIn, headingOf } from '#tools/demo/forms.ts';

export type Fields = Readonly<Record<string, string>>;

/** A page as someone has it before them. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly heading: string;
  readonly html: string;
}

/** Someone at a browser without scripts: they open addresses, fill in the forms that are there and press their buttons. */
export function handAt(at: Service) {
  const cookies = new Map<string, string>();

  async function load(address: string, init: RequestInit = {}): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { cookie }), ...Object(init.headers) };
    const answer = await fetch(address, { ...init, redirect: 'manual', headers });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const html = await answer.text();
    const location = answer.headers.get('location');
    if (answer.status === 303 && location !== null) return load(new URL(location, address).href);
    return { url: address, status: answer.status, heading: headingOf(html), html };
  }

  /** A page that must be there. */
  async function open(address: string): Promise<Page> {
    return sound(await load(new URL(address, `${at.url}/`).href));
  }

  /** Fills in the form that has all these fields, and presses its button. What comes must be a page without a complaint. */
  async function fill(page: Page, fields: Fields): Promise<Page> {
    return sound(await press(page, fields));
  }

  /** The same, and what comes may be a refusal. */
  function press(page: Page, fields: Fields): Promise<Page> {
    const { action, held } = formWith(page, fields);
    const body = new URLSearchParams({ ...held, ...fields });
    return load(new URL(action, page.url).href, { method: 'POST', body, headers: { origin: 'null' } });
  }

  return { open, fill, press, load };
}
export type Hand = ReturnType<typeof handAt>;

/** Someone of the staff: signs in by a mailed code whenever the door asks for it, as a session ends while the clock moves. */
export function staffAt(at: Service, mailbox: string) {
  let hand = handAt(at);
  async function open(path: string): Promise<Page> {
    const address = new URL(path.replace(/^\//, ''), `${at.url}/`).href;
    const page = await hand.load(address);
    if (!isDoor(page)) return sound(page);
    await enter();
    return hand.open(address);
  }
  async function enter(): Promise<void> {
    hand = handAt(at);
    const before = (await codesTo(at, mailbox)).length;
    const asked = await hand.fill(await hand.open(`${at.url}/staff/sign-in`), { mailbox });
    const code = await until(`a code came to ${mailbox}`, async () => (await codesTo(at, mailbox))[before]);
    await hand.fill(asked, { code });
  }
  return {
    mailbox,
    open,
    fill: (page: Page, fields: Fields) => hand.fill(page, fields),
    press: (page: Page, fields: Fields) => hand.press(page, fields),
  };
}
export type Staff = ReturnType<typeof staffAt>;

const isDoor = ({ html }: Page) => /<form method="post" action="[^"]*\/staff\/sign-in"/.test(html);

/** The form that has every one of these fields and buttons; a hidden field with another value makes it another form. */
function formWith({ html, heading, url }: Page, fields: Fields) {
  for (const [whole] of html.matchAll(/<form\b[^>]*>.*?<\/form>/gs)) {
    const [form] = formsIn(whole);
    const buttons = [...whole.matchAll(/<button\b[^>]*\bname="([^"]+)"/g)].map(([, name]) => name);
    const fits = Object.entries(fields).every(
      ([name, value]) => [...(form?.names ?? []), ...buttons].includes(name) && (form?.hidden[name] ?? value) === value,
    );
    if (form && fits) return { action: form.action, held: { ...typedBefore(whole), ...form.hidden } };
  }
  throw new Error(`No form has ${Object.keys(fields).join(', ')} on "${heading}" at ${url}.`);
}

/** What stands in the fields of a form already, as a browser would send it. */
function typedBefore(form: string): Record<string, string> {
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].filter(
    ([tag]) => !/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag),
  );
  const texts = [...form.matchAll(/<textarea\b[^>]*\bname="([^"]+)"[^>]*>([^<]*)</g)];
  const of = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return Object.fromEntries([
    ...inputs.map(([tag]) => [of(tag, 'name'), readable(of(tag, 'value'))]),
    ...texts.map(([, name = '', text = '']) => [name, readable(text)]),
  ]);
}

/** The page, where it is one that lets people go on. */
function sound(page: Page): Page {
  if (page.status === 200 && !page.html.includes('govuk-error-summary')) return page;
  throw new Error(`"${page.heading}" at ${page.url} answered ${page.status}: ${textOf(page).slice(0, 1_500)}`);
}

/** What a page says, without its marks. */
export function textOf({ html }: Pick<Page, 'html'>): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return readable(main.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

const MARKS: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', '#39': "'", amp: '&' };

const readable = (html: string) => html.replace(/&(quot|lt|gt|#39|amp);/g, (_all, name: string) => MARKS[name] ?? '');
