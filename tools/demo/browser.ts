import { type Form, formsIn, headingOf } from './forms.ts';
import { DemoError } from './world.ts';

export type Page = { url: string; status: number; heading: string; forms: readonly Form[]; html: string };

/** A browser with nothing but cookies, redirects and forms: what a person has who opens a link from an email. */
export function openBrowser() {
  const cookies = new Map<string, string>();

  async function load(url: string, init: RequestInit = {}): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = cookie === '' ? {} : { cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const [name = '', value = ''] of response.headers.getSetCookie().map((set) => set.split(/[=;]/))) {
      cookies.set(name, value);
    }
    const html = await response.text();
    const location = response.headers.get('location');
    if (response.status === 303 && location !== null) return load(new URL(location, url).href);
    return { url, status: response.status, heading: headingOf(html), forms: formsIn(html), html };
  }

  return {
    open: (url: string) => load(url),
    /** Sends a file by the form that has the field `file`, wherever that form leads, and follows the way back. */
    upload: async (page: Page, file: File) => {
      const form = formWith(page, 'file');
      const body = new FormData();
      for (const [name, value] of Object.entries(form.hidden)) body.append(name, value);
      body.append('file', file);
      const stored = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
      const location = stored.headers.get('location');
      if (location !== null) return load(location);
      throw new DemoError(`The file could not be uploaded (${stored.status}): ${await stored.text()}`);
    },
    /** Fills in the form that has this field and sends it, hidden fields and all. */
    send: (page: Page, field: string, typed: Record<string, string> = {}) => {
      const form = formWith(page, field);
      const body = new URLSearchParams({ ...form.hidden, ...typed });
      return load(new URL(form.action, page.url).href, { method: form.method, body });
    },
  };
}
export type Browser = ReturnType<typeof openBrowser>;

export function hasField(page: Page, field: string): boolean {
  return page.forms.some(({ names }) => names.includes(field));
}

/** Without a field's name the first form of the page is meant. */
function formWith(page: Page, field: string): Form {
  const form = page.forms.find(({ names }) => field === '' || names.includes(field));
  if (form) return form;
  throw new DemoError(`No form for "${field}" on the page "${page.heading}" (${page.status}) at ${page.url}.`);
}
