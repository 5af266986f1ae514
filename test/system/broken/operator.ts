import type { Trouble, TroubleCode } from '#domain/process/trouble.ts';
import { CASES_AT, CONSOLE_AT, caseAt } from '#web/console/address.ts';
import { troubleInWords } from '#web/console/front/trouble-words.ts';
import type { Service } from '../service.ts';
import { type Browser, enterStaffArea, hidden, type Page } from '../triage.ts';
import { move } from '../window.ts';

const MANAGER = 'manager@example.org';
/** By then the front page must name it, in minutes of the service. */
const WITHIN = 10;

/** What it took to find one fault from the front page. */
interface Found {
  readonly what: string;
  /** From the fault until a page named it, by the clock of the service. */
  minutes: number;
  pages: number;
  presses: number;
  /** What it took from there to put it right. */
  rightPages: number;
  rightPresses: number;
  /** How long the pages took, on this machine. */
  seconds: number;
  isFound: boolean;
}

type Said = Pick<Trouble, 'code'> & Partial<Trouble>;

const [SINCE, SINCE_DAY] = ['2000-01-01T12:00:00.000Z', '1 January 2000'];

/** What the front page says of a trouble, up to the instant where there is one. */
function start(trouble: Said): string {
  const person = { id: '', name: '', mailbox: '', isActive: true, leave: [], roles: ['SERVICE_MANAGER' as const] };
  return (
    troubleInWords({ count: 1, isMore: false, since: SINCE, ...trouble }, person, '').said.split(SINCE_DAY)[0] ?? ''
  );
}

/** Counts what operators open and press until they have found what is wrong. */
export function broken() {
  const all: Found[] = [];
  return {
    /** Someone who looks after the service and knows only its front page. */
    operator: async (at: Service, what: string) => {
      const found: Found = {
        what,
        minutes: 0,
        pages: 0,
        presses: 0,
        rightPages: 0,
        rightPresses: 0,
        seconds: 0,
        isFound: false,
      };
      all.push(found);
      return operatorAt(at, found, await enterStaffArea(at, MANAGER));
    },
    table: () => tableOf(all),
  };
}

function operatorAt(at: Service, found: Found, using: Browser) {
  const timed = async (kind: 'pages' | 'presses', page: Promise<Page>): Promise<Page> => {
    const began = performance.now();
    const shown = await page;
    if (found.isFound) {
      found[kind === 'pages' ? 'rightPages' : 'rightPresses'] += 1;
      return shown;
    }
    found[kind] += 1;
    found.seconds += (performance.now() - began) / 1000;
    return shown;
  };
  const get = (path: string) => timed('pages', using.get(`${at.root}${path}`));
  const reads = async (...words: readonly string[]) => {
    for (;;) {
      const page = await get(CONSOLE_AT);
      if (words.every((one) => page.body.includes(one))) {
        found.isFound = true;
        return page;
      }
      if (found.minutes >= WITHIN) throw new Error(`The front page does not say “${words[0]}”: ${textOf(page.body)}`);
      // A look that finds nothing costs a minute, and not a page of those that lead there.
      found.pages -= 1;
      found.minutes += 1;
      await move(at, { advance: 'PT1M' });
    }
  };
  return {
    get,
    reads,
    found: () => {
      found.isFound = true;
    },
    /** The front page once it names this trouble. */
    sees: async (trouble: Said) => ({ ...(await reads(start(trouble))), trouble }),
    seesNo: async (code: TroubleCode) => !(await get(CONSOLE_AT)).body.includes(start({ code })),
    /** Where the words of a trouble lead. */
    follow: (front: Page & { readonly trouble: Said }) =>
      get(/href="([^"]*)"/.exec(front.body.slice(linkBefore(front)))?.[1] ?? ''),
    /** The first link of a page whose address has this in it. */
    open: (page: Page, part: string) => {
      const hrefs = [...page.body.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
      return get(hrefs.find((href) => href.includes(part)) ?? `no-link-with-${part}`);
    },
    /** The form of a page, as it stands, with this in it. */
    press: (page: Page, fields: Readonly<Record<string, string>>) => {
      const form = page.body.slice(page.body.indexOf('novalidate') - 200);
      const action = /<form method="post" action="([^"]*)" novalidate>/.exec(form)?.[1] ?? '';
      const own = { csrf: hidden(page, 'csrf'), references: hidden(page, 'references'), why: '' };
      return timed('presses', using.post(`${at.root}${action}`, { ...own, ...fields }));
    },
    /** The case that someone names on the phone. */
    find: async (reference: string) => {
      await get(CONSOLE_AT);
      await get(CASES_AT);
      return timed('presses', using.get(`${at.root}${caseAt(reference)}`));
    },
    historyOf: async (reference: string) => textOf((await using.get(`${at.root}${caseAt(reference)}`)).body),
  };

  function linkBefore({ body, trouble }: Page & { readonly trouble: Said }): number {
    return body.lastIndexOf('<a ', body.indexOf(start(trouble)));
  }
}

/** What a page says, without its marks. */
function textOf(body: string): string {
  return body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** One line a fault, then the median and the worst of all. */
function tableOf(all: readonly Found[]): string {
  const middle = (of: (one: Found) => number) => {
    const sorted = all.map(of).toSorted((a, b) => a - b);
    return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
  };
  const lines = all.map(
    ({ what, minutes, pages, presses, seconds, rightPages, rightPresses }) =>
      `${what}: named after ${minutes} min by page ${pages + presses} (${seconds.toFixed(2)} s to load), put right with ${rightPages} pages and ${rightPresses} presses more`,
  );
  const [minutes, pages, seconds] = [
    middle((one) => one.minutes),
    middle((one) => one.pages + one.presses),
    middle((one) => one.seconds),
  ];
  const sum = `All ${all.length}: median ${minutes.median} min and ${pages.median} pages, worst ${minutes.worst} min and ${pages.worst} pages. Loading: median ${seconds.median.toFixed(2)} s, worst ${seconds.worst.toFixed(2)} s.`;
  return [...lines, sum].join('\n');
}
