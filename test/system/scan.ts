import { type Browser, browser, type Page } from './triage.ts';

/** A control of a form as it stands: what a browser would send of it, or a button that is pressed. */
interface Form {
  readonly method: string;
  readonly action: string;
  readonly defaults: Readonly<Record<string, string>>;
  readonly buttons: readonly Readonly<Record<string, string>>[];
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

function formsOf(body: string): Form[] {
  return [...body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    const inputs = [...inside.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
    const sent = inputs.filter((tag) => !/type="(radio|checkbox|file)"/.test(tag) || /\bchecked\b/.test(tag));
    const areas = [...inside.matchAll(/<textarea\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)];
    const buttons = [...inside.matchAll(/<button\b[^>]*>/g)].map(([tag]) => {
      const name = attribute(tag, 'name');
      return name === undefined ? {} : { [name]: attribute(tag, 'value') ?? '' };
    });
    return {
      method: (attribute(head, 'method') ?? 'get').toLowerCase(),
      action: attribute(head, 'action') ?? '',
      defaults: Object.fromEntries([
        ...sent.map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']),
        ...areas.map(([, name = '', value = '']) => [name, value]),
      ]),
      buttons: buttons.length > 0 ? buttons : [{}],
    };
  });
}

/** How often a page leads on to another: the link, the page behind its button, and the one behind that. */
const DEEP = 3;

/**
 * What a mail scanner does to a link: HEAD, GET, and every button of every form with its defaults, also on the pages that
 * come of it and where they redirect to. It keeps cookies. Answers the statuses that it met.
 */
export async function scan(link: string): Promise<number[]> {
  const head = await fetch(link, { method: 'HEAD', redirect: 'manual' });
  const using = browser();
  return [head.status, ...(await press(using, link, await using.get(link), DEEP))];
}

async function press(using: Browser, at: string, page: Page, deep: number): Promise<number[]> {
  const statuses = [page.status];
  if (deep === 0) return statuses;
  if (page.location !== '') {
    const next = new URL(page.location, at).href;
    return [...statuses, ...(await press(using, next, await using.get(next), deep - 1))];
  }
  for (const { method, action, defaults, buttons } of formsOf(page.body)) {
    const target = new URL(action.replaceAll('&amp;', '&'), at).href;
    for (const button of buttons) {
      const fields = { ...defaults, ...button };
      const answer = method === 'post' ? await using.post(target, fields) : await using.get(target);
      statuses.push(...(await press(using, target, answer, deep - 1)));
    }
  }
  return statuses;
}
