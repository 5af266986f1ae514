import { answers } from '#test/http/form/world.ts';
import { addDocument, born, send } from '#test/system/referrer.ts';
import type { Service } from '#test/system/service.ts';
import { browser } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { mailsOf } from '#test/system/window.ts';
import type { Measure } from './measure.ts';

const PUBLIC = ['/', '/check', '/services', '/help', '/privacy', '/accessibility'];
const FIRST = ['/refer', '/refer/family', '/refer/staff'];
const OF_DRAFT = [
  '',
  '/child',
  '/parents',
  '/parents/1',
  '/parents/1/remove',
  '/ages',
  '/ages/read',
  '/evidence',
  '/check',
  '/more',
  '/keep',
];
const OF_FILE = ['', '/here', '/cannot', '/arrived'];

/** Every page that anyone may read. */
export async function publicPages(at: Service, measure: Measure): Promise<void> {
  const using = browser();
  for (const path of [...PUBLIC, ...FIRST]) await measure(`GET ${path}`, () => using.get(at.url + path));
}

/** Every kind of page of the form, from its first question to the confirmation. */
export async function formPages(at: Service, measure: Measure): Promise<void> {
  const using = browser();
  const draft = await begin(at, using);
  const page = (path: string) => measure(`GET /refer/…${path}`, () => using.get(draft + path));
  const save = async (path: string, fields: Record<string, string>) =>
    send(at, using, await using.get(draft + path), fields);

  await linkPages(at, measure, 'draft without a birth date', async () => save('/keep', { email: 'first@example.org' }));
  for (const [path, fields] of Object.entries(answers)) await save(`/${path}`, fields);
  await save('/evidence/2', { 'evidence[1].type': 'CARE_PLAN', 'evidence[1].title': 'Care plan' });
  for (const path of OF_FILE) await page(`/evidence/2/file${path}`);
  for (const n of [1, 2]) {
    const form = await using.get(`${draft}/evidence/${n}/file`);
    await addDocument(using, form);
  }
  await page('/evidence/1/file');
  for (const path of OF_DRAFT) await page(path);
  await linkPages(at, measure, 'draft', async () => save('/keep', { email: 'second@example.org' }));
  const check = await using.get(`${draft}/check`);
  const sent = await send(at, using, check, { declared: 'yes' });
  if (!sent.location.endsWith('/sent')) throw new Error(`The referral was not sent: ${sent.status} ${sent.body}`);
  await page('/sent');
}

async function begin(at: Service, using: ReturnType<typeof browser>): Promise<string> {
  const { location } = await using.post(`${at.url}/refer`, { who: 'professional' });
  return location.replace(/\/risk$/, '');
}

/** The pages behind the link that `ask` has emailed. */
async function linkPages(at: Service, measure: Measure, of: string, ask: () => Promise<unknown>): Promise<void> {
  const before = (await mailsOf(at)).length;
  await ask();
  const link = await until('a link to the draft came', async () => {
    const mails = (await mailsOf(at)).slice(before);
    return mails.flatMap(({ text }) => /\bhttp\S+\/refer\/l\/\S+/.exec(text)?.[0] ?? [])[0];
  });
  const using = browser();
  await measure(`GET /refer/l/… (${of})`, () => using.get(link));
  if (of === 'draft') await using.post(link, born('2024-09-10'));
}
