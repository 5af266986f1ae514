import { type Answer, type Browser, hidden } from '#test/http/browser.ts';
import { describeDocument, filesAt } from '#test/http/form/document.ts';
import { begin, fill, fillAll, type ReferWorld, referWorld, send } from '#test/http/form/world.ts';
import { complete, publicWorld } from '#test/unit/web/public/world.ts';
import { everyStep, filesIn, fullAnswers } from './full-answers.ts';
import { type Opened, opened } from './opened.ts';

const PUBLIC = ['/', '/check', '/services', '/help', '/privacy', '/accessibility'];
const FIRST = ['/refer', '/refer/family', '/refer/staff'];
const OF_DRAFT = ['', '/child', '/parents/1', '/ages', '/ages/read', '/evidence', '/more', '/check', '/keep'];

/** The pages that anyone may read. */
export function publicPages(): Opened[] {
  const { get, post } = publicWorld();
  return [
    ...PUBLIC.map((path) => opened(path, () => get(path))),
    opened('POST /check', () => post('/check', complete)),
  ];
}

/** Every kind of page of the form. */
export async function formPages(): Promise<Opened[]> {
  const world = referWorld();
  const using = world.newBrowser();
  return [
    ...FIRST.map((path) => opened(path, () => using.get(path))),
    opened('POST /refer/staff', () => using.post('/refer/staff', { mailbox: 'triage-1@example.org' })),
    ...(await fullDraft(world, using)),
    ...(await filePages(world, using)),
    await confirmation(world, using),
  ];
}

/** A whole referral in a draft: the pages whose time is measured. */
async function fullDraft(world: ReferWorld, using: Browser): Promise<Opened[]> {
  const { at } = await storedDraft(world, using);
  return OF_DRAFT.map((path) => opened(`/refer/…${path}`, () => using.get(at + path)));
}

/** Every question of the form in a whole referral, and again with what is wrong when nothing is answered. */
export async function everyQuestion(): Promise<Opened[]> {
  const world = referWorld();
  const using = world.newBrowser();
  const { at, done } = await storedDraft(world, using);
  return done.flatMap((path) => [
    opened(`/refer/…/${path}`, () => using.get(`${at}/${path}`)),
    [
      `POST /refer/…/${path}`,
      async () => (await using.post(`${at}/${path}`, { csrf: csrfIn(await using.get(`${at}/${path}`)) })).body,
    ],
  ]);
}

/** A draft with every question answered, and the steps that it went through. */
async function storedDraft(world: ReferWorld, using: Browser): Promise<{ at: string; done: string[] }> {
  const at = await begin(using);
  await fill(using, `${at}/risk`, { immediateRisk: 'no' });
  const draft = await world.stores.drafts.readDraft(at.split('/').at(-1) ?? '');
  if (draft === undefined) throw new Error('No draft was begun.');
  const answers = fullAnswers();
  for (const file of filesIn(answers)) world.evidence.upload('form', file);
  const done = everyStep(answers);
  if (!(await world.stores.drafts.saveDraft({ ...draft, answers, done, version: draft.version + 1 })))
    throw new Error('The full draft was not stored.');
  return { at, done };
}

const csrfIn = (page: Answer) => hidden(page, 'csrf');

/** A document whose file is waited for, in each way in which it can come, and one that has pages. */
async function filePages(world: ReferWorld, using: Browser): Promise<Opened[]> {
  const at = await begin(using);
  const waits = await describeDocument(using, at, 1, { type: 'SOGS', title: 'Schedule of Growing Skills' });
  await using.get(waits);
  const has = await describeDocument(using, at, 2, { type: 'CARE_PLAN', title: 'Care plan' });
  const files = filesAt(world, using, has);
  await files.upload();
  await files.press('more');
  await files.upload();
  return [
    ...['', '/here', '/cannot'].map((path) => opened(`/refer/…/file${path}`, () => using.get(waits + path))),
    opened('/refer/…/file (two pages)', files.show),
  ];
}

async function confirmation(world: ReferWorld, using: Browser): Promise<Opened> {
  const at = await begin(using);
  await fillAll(world, using, at);
  await send(using, at);
  return opened('/refer/…/sent', () => using.get(`${at}/sent`));
}
