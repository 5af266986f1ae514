import { setTimeout as sleep } from 'node:timers/promises';
import type { Instance } from '#local/instance.ts';

const decision = {
  confirm: '1',
  outcome: 'ACCEPT_INITIAL_ASSESSMENT',
  reason: 'As the team agreed',
  deciderName: 'Sam Field',
  deciderRole: 'Portage practitioner',
};

/** Decides a referral as a triager does: the link in the mail, the code in the next one, the evidence, the form. */
export async function decideByMail(instance: Instance, letter: string): Promise<void> {
  const link = new RegExp(`${instance.url}/triage/l/\\S+`).exec(letter)?.[0];
  if (link === undefined) throw new Error('The mail to a triager holds no link.');
  const browser = createBrowser(instance.url);
  const before = instance.mail().length;
  await browser.get(link);
  await browser.post(link, {});
  const page = await browser.post(`${link}/code`, { code: await mailedCode(instance, before) });
  for (const path of evidenceLinks(page.body)) await browser.get(path);
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? '';
  const decided = await browser.post(page.url, { ...decision, csrf: hidden('csrf'), taskId: hidden('taskId') });
  if (!/undo/i.test(decided.body)) throw new Error('The page after the decision does not say that it can be undone.');
}

async function mailedCode(instance: Instance, from: number): Promise<string> {
  for (let tries = 0; tries < 1000; tries += 1) {
    for (const { text } of instance.mail().slice(from)) {
      const code = /^\d{6}$/m.exec(text)?.[0];
      if (code !== undefined) return code;
    }
    await sleep(5);
  }
  throw new Error('No mail with a code came.');
}

function evidenceLinks(page: string): string[] {
  return [...page.matchAll(/href="([^"]*\/evidence\/\d+)"/g)].map((match) => match[1] ?? '');
}

type Page = { url: string; body: string };

/** Keeps cookies and follows redirects below the base URL; a redirect to anywhere else ends there, as an upload does. */
function createBrowser(baseUrl: string) {
  const jar = new Map<string, string>();
  async function send(target: string, init: RequestInit): Promise<Page> {
    const url = new URL(target, baseUrl);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const body = await answer.text();
    const location = answer.headers.get('location');
    if (location !== null) {
      const next = new URL(location, url);
      return next.origin === new URL(baseUrl).origin ? send(next.href, {}) : { url: next.href, body };
    }
    if (!answer.ok) throw new Error(`${url.pathname} was answered ${answer.status}.`);
    return { url: url.href, body };
  }
  return {
    get: (url: string) => send(url, {}),
    post: (url: string, fields: Record<string, string>) =>
      send(url, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: new URL(baseUrl).origin } }),
  };
}
