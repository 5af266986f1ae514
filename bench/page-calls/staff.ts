import { inTriage } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { browser, enterStaffArea } from '#test/system/triage.ts';
import type { Measure } from './measure.ts';

const MANAGER = 'manager@example.org';
const AREA = [
  '',
  '/triage',
  '/records',
  '/meetings',
  '/letters',
  '/decisions',
  '/lists',
  '/lists/balance',
  '/lists/reviews',
  '/check-again',
  '/assessments',
  '/offers',
  '/visits',
  '/groups',
];
const SETTINGS = ['', '/duty', '/letters', '/mailboxes', '/towns', '/capacity', '/meetings', '/new'];

/** The staff area as a service manager sees it, with its door, a record and the settings. */
export async function areaPages(at: Service, measure: Measure): Promise<void> {
  const reference = await inTriage(at);
  await measure('GET /staff/sign-in', () => browser().get(`${at.url}/staff/sign-in`));
  const using = await enterStaffArea(at, MANAGER);
  const page = (path: string, shown = path) => measure(`GET /staff${shown}`, () => using.get(`${at.url}/staff${path}`));
  for (const path of AREA) await page(path);
  await page(`/records/${reference}`, '/records/…');
  for (const path of SETTINGS) await page(`/settings${path}`);
}
