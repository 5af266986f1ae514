import { inTriage } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { type Browser, browser, codesTo, hidden } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import type { Measure } from './measure.ts';

const MANAGER = 'manager@example.org';
const AREA = ['', '/triage', '/records', '/meetings', '/letters', '/decisions', '/check-again'];
const SETTINGS = ['', '/duty', '/letters', '/mailboxes', '/towns', '/capacity', '/meetings', '/new'];

/** The staff area as a service manager sees it, with its door, a record and the settings. */
export async function areaPages(at: Service, measure: Measure): Promise<void> {
  const reference = await inTriage(at);
  await measure('GET /staff/sign-in', () => browser().get(`${at.url}/staff/sign-in`));
  const using = await entered(at);
  const page = (path: string, shown = path) => measure(`GET /staff${shown}`, () => using.get(`${at.url}/staff${path}`));
  for (const path of AREA) await page(path);
  await page(`/records/${reference}`, '/records/…');
  for (const path of SETTINGS) await page(`/settings${path}`);
}

async function entered(at: Service): Promise<Browser> {
  const using = browser();
  const before = (await codesTo(at, MANAGER)).length;
  const asked = await using.post(`${at.url}/staff/sign-in`, { mailbox: MANAGER });
  const code = await until('a code came', async () => (await codesTo(at, MANAGER))[before]);
  const given = { mailbox: MANAGER, asker: hidden(asked, 'asker'), code };
  const { status, body } = await using.post(`${at.url}/staff/sign-in/code`, given);
  if (status !== 303) throw new Error(`The code answered ${status}: ${body}`);
  return using;
}
