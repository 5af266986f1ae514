import type { Service } from '#test/system/service.ts';
import { enterStaffArea, hidden, type Page } from '#test/system/triage.ts';

const MANAGER = 'manager@example.org';
const MOST_PRESSES = 200;

/** How often a manager pressed, and how long the answers took together. */
export interface Waited {
  readonly presses: number;
  readonly seconds: number;
}

/** What each part of bringing a file in took, and the report and the export at the end of it. */
export interface BroughtIn {
  readonly check: Waited;
  readonly bring: Waited;
  readonly release: Waited;
  readonly download: Waited;
  /** The lines of the report: list, band, year, children and checksum. */
  readonly report: readonly string[];
  readonly exported: string;
}

/** Brings a file in as a service manager does: checks it, presses until every row is in, signs, releases, and downloads all lists. */
export async function bringInFile(at: Service, file: string): Promise<BroughtIn> {
  const manager = await enterStaffArea(at, MANAGER);
  const address = `${at.url}/staff/lists/import`;
  const csrf = hidden(await manager.get(address), 'csrf');
  const send = async (fields: Readonly<Record<string, string>>, csv?: string): Promise<Page> => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ csrf, ...fields })) body.append(name, value);
    if (csv !== undefined) body.append('file', new Blob([csv]), 'list.csv');
    const cookie = [...manager.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { cookie, origin: 'null' },
    });
    const { status, headers } = answer;
    return { status, headers, location: headers.get('location') ?? '', body: await answer.text() };
  };
  const [checked, check] = await pressed(
    () => send({}, file),
    () => true,
  );
  const carries = (page: Page) => ({ bring: hidden(page, 'bring'), carried: hidden(page, 'carried') });
  let fields = carries(checked);
  const [brought, bring] = await pressed(
    async () => {
      const page = await send(fields);
      if (page.status === 200) fields = carries(page);
      return page;
    },
    ({ status }) => status === 303,
  );
  const one = new URL(brought.location, at.url).href;
  const { body: report } = await manager.get(one);
  await manager.post(`${one}/sign`, { csrf, compared: 'yes', reason: 'Checked by the bench' });
  let left = true;
  const [, release] = await pressed(
    async () => {
      const page = await manager.post(`${one}/release`, { csrf });
      left = (await manager.get(one)).body.includes('/release"');
      return page;
    },
    () => !left,
  );
  const links = [...(await manager.get(address)).body.matchAll(/href="([^"]*\/import\/export[^"]*)"/g)];
  const files: string[] = [];
  const [, download] = await pressed(
    async () => {
      const page = await manager.get(new URL(links[files.length]?.[1] ?? '', at.url).href);
      files.push(page.body);
      return page;
    },
    () => files.length === links.length,
  );
  return { check, bring, release, download, report: linesOf(report), exported: oneFile(files) };
}

/** Presses again until it is over, and how often and how long that was. */
async function pressed(press: () => Promise<Page>, isOver: (page: Page) => boolean): Promise<[Page, Waited]> {
  const begun = performance.now();
  for (let presses = 1; presses <= MOST_PRESSES; presses += 1) {
    const page = await press();
    if (page.status >= 400) throw new Error(`Bringing in a list answered ${page.status}.`);
    if (isOver(page)) return [page, { presses, seconds: (performance.now() - begun) / 1000 }];
  }
  throw new Error('It was not over in time.');
}

/** The rows of the tables of a report, as text. */
function linesOf(report: string): string[] {
  const rows = report.match(/<tr[\s\S]*?<\/tr>/g) ?? [];
  return rows.map((row) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Files with one header as one file. */
function oneFile([first = '', ...more]: readonly string[]): string {
  return [first, ...more.map((file) => file.slice(file.indexOf('\r\n') + 2))].join('');
}
