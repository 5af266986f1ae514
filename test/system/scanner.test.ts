import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '#test/browser/chromium.ts';
import { workedCase } from '#test/cases.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { inTriage, statusOf, statusWhen, submit } from './api.ts';
import { BORN, born, linkIn, open, REFERRER, send } from './referrer.ts';
import { scan } from './scan.ts';
import { scanWithScripts } from './scan-with-scripts.ts';
import { endAll, type Service, start } from './service.ts';
import { browser, codesTo, decider, FIRST, hidden, linkTo, SECOND, signIn } from './triage.ts';
import { until } from './until.ts';
import { mailsOf, mailsTo, move } from './window.ts';

const MANAGER = 'manager@example.org';
const OTHER_SERVICE = 'advisory-teachers@example.org';
const COLLEAGUE = 'bea@example.org';
const SAVER = 'saver@example.org';
/** Everyone whose link asks for a code. */
const CODED = [FIRST, SECOND, MANAGER, OTHER_SERVICE, SAVER];
/** The door to the list of the referrals of a mailbox. */
const MINE = '/referral/mine';
const TIMES = 10;

let at: Service;
let references: string[];
let links: string[];

/** Every link in every email so far that opens something. */
async function mailedLinks(): Promise<string[]> {
  const texts = (await mailsOf(at)).map(({ text }) => text);
  const mailed = texts.flatMap(
    (text) => text.match(/\bhttp\S+\/(?:triage|staff|referral|refer|shared)\/l\/[\w-]{43}/g) ?? [],
  );
  const shown = await Promise.all(mailed.map(async (link) => ({ link, ...(await browser().get(link)) })));
  return [...new Set(shown.filter(({ status }) => status === 200).map(({ link }) => link))];
}

const kindOf = (link: string) => /\/(\w+)\/l\//.exec(link)?.[1] ?? '';

/** The newest link of this kind that a mailbox was sent. */
const linkOf = async (kind: string, mailbox: string) => {
  const texts = (await mailsTo(at, mailbox)).map(({ text }) => text);
  return texts.flatMap((text) => links.filter((link) => kindOf(link) === kind && text.includes(link))).at(-1) ?? '';
};

async function askColleague(reference: string): Promise<void> {
  const { using } = await open(await linkIn(at, reference, subjects.received));
  const page = await using.get(`${at.url}/referral/${reference}/status/hand-over`);
  await send(at, using, page, { name: 'Bea Colleague', role: 'Health visitor', email: COLLEAGUE });
  await linkIn(at, reference, subjects.willYouTakeOver, COLLEAGUE);
}

async function saveForLater(): Promise<void> {
  const using = browser();
  const draft = (await using.post(`${at.url}/refer`, { who: 'professional' })).location.replace(/\/risk$/, '');
  await send(at, using, await using.get(`${draft}/keep`), { email: SAVER });
  await until('a link to the draft came', async () => (await mailsTo(at, SAVER)).at(-1));
}

/** The parents agree, so the other service is sent a link. */
async function share(reference: string): Promise<void> {
  const link = await linkIn(at, reference, subjects.mayWeShare);
  const { using, page } = await open(link, String(Object(workedCase('C03').child).dob));
  await send(at, using, page);
  await until('the other service was asked', async () => (await mailsTo(at, OTHER_SERVICE)).at(-1));
}

/** A family that no email may go to: the manager is sent a digest with a link to what is to be done. */
async function toTellInPerson(): Promise<string> {
  const parents = [{ name: 'Ada Mother', relationship: 'mother', parentalResponsibility: true, phone: '01632 960101' }];
  const reference = await inTriage(at, { family: { parents } });
  await (await signIn(at, reference)).send({ outcome: 'INVITE_GROUP', reason: 'As agreed' });
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, 'ON_WAITING_LIST');
  // The next working morning, with the digest of what is to be done.
  await move(at, { at: '2026-10-13T09:00' });
  await until('the manager was asked', async () => (await mailsTo(at, MANAGER)).at(-1));
  return reference;
}

const told = async () => Promise.all(references.map((reference) => statusOf(at, reference)));

beforeAll(async () => {
  at = await start({ now: '2026-10-12T09:00' });
  const listed = await toTellInPerson();
  const triage = await inTriage(at);
  const [over3, returned] = [await submit(at, 'C03'), await submit(at, 'C08')];
  for (const reference of [over3, returned]) await linkIn(at, reference, reference);
  references = [triage, over3, returned, listed];
  await askColleague(triage);
  await share(over3);
  await saveForLater();
  links = await mailedLinks();
});
afterAll(endAll);

test('a mail scanner that does everything ten times decides nothing, uses up no link and causes one email a link at most', async () => {
  expect(new Set(links.map(kindOf))).toEqual(new Set(['triage', 'staff', 'referral', 'refer', 'shared']));
  expect(await linkOf('staff', MANAGER)).not.toBe('');
  const [before, mails] = [await told(), (await mailsOf(at)).length];
  for (const link of [...links, `${at.url}/staff/sign-in`, `${at.url}${MINE}`]) {
    for (let n = 0; n < TIMES; n += 1) for (const status of await scan(link)) expect(status).toBeLessThan(500);
  }
  expect(await told()).toEqual(before);
  const caused = (await mailsOf(at)).slice(mails);
  expect(caused.length).toBeLessThanOrEqual(links.length);
  for (const mailbox of CODED) {
    expect(caused.filter(({ to }) => to.includes(mailbox)).length).toBeLessThanOrEqual(1);
  }
  for (const link of links) expect((await browser().get(link)).status).toBe(200);
  await move(at, { advance: 'PT6M' });
  expect(await told()).toEqual(before);
});

test('one that runs scripts and presses every button does no more', async () => {
  const one = await Promise.all([
    linkOf('triage', FIRST),
    linkOf('staff', MANAGER),
    linkOf('shared', OTHER_SERVICE),
    linkOf('refer', SAVER),
    linkOf('referral', COLLEAGUE),
    linkIn(at, references[0] ?? '', subjects.received),
    `${at.url}/staff/sign-in`,
    `${at.url}${MINE}`,
  ]);
  const [before, mails] = [await told(), (await mailsOf(at)).length];
  const chromium = await openChromium();
  try {
    for (const link of one) {
      const context = await chromium.newContext();
      const { statuses, scriptErrors } = await scanWithScripts(await context.newPage(), link);
      await context.close();
      expect([link, statuses.filter((status) => status >= 500), scriptErrors]).toEqual([link, [], []]);
    }
  } finally {
    await chromium.close();
  }
  expect(await told()).toEqual(before);
  const caused = (await mailsOf(at)).slice(mails).map(({ to }) => to.join());
  expect(caused.length).toBe(new Set(caused).size);
  for (const mailbox of caused) expect(CODED).toContain(mailbox);
  for (const link of links) expect((await browser().get(link)).status).toBe(200);
});

test('a minute later, and while it goes on, nobody is locked out', async () => {
  for (const link of links) await scan(link);
  const [triage = ''] = references;
  for (const mailbox of [FIRST, SECOND]) {
    const link = await linkTo(at, triage, mailbox);
    const using = browser();
    expect((await using.post(link)).body).toContain('name="code"');
    const code = (await codesTo(at, mailbox)).at(-1) ?? '';
    for (let n = 0; n < TIMES; n += 1) await scan(link);
    const entered = await using.post(`${link}/code`, { code });
    expect((await using.get(entered.location)).body).toContain('name="outcome"');
  }
  const coded = [
    [await linkOf('staff', MANAGER), MANAGER],
    [await linkOf('shared', OTHER_SERVICE), OTHER_SERVICE],
    [await linkOf('refer', SAVER), SAVER],
  ] as const;
  for (const [link, mailbox] of coded) {
    await browser().post(link);
    const code = (await codesTo(at, mailbox)).at(-1) ?? '';
    expect((await browser().post(`${link}/code`, { code })).status).toBe(303);
  }
  const own = await linkIn(at, triage, subjects.received);
  expect((await browser().post(own, born(BORN))).status).toBe(303);
});

test('the staff area lets in who works here, whatever was pressed at its door', async () => {
  const [using, door] = [browser(), `${at.url}/staff/sign-in`];
  for (let n = 0; n < TIMES; n += 1) await scan(door);
  const asked = await using.post(door, { mailbox: SECOND });
  await scan(door);
  const code = (await codesTo(at, SECOND)).at(-1) ?? '';
  const entered = await using.post(`${door}/code`, { mailbox: SECOND, asker: hidden(asked, 'asker'), code });
  expect([entered.status, new URL(entered.location, at.url).pathname]).toEqual([303, '/staff']);
});

test('the list of a mailbox opens to its reader, whatever was pressed at its door, and shows no link that works', async () => {
  const [using, door] = [browser(), `${at.url}${MINE}`];
  for (let n = 0; n < TIMES; n += 1) await scan(door);
  const before = (await codesTo(at, REFERRER)).length;
  const asked = await using.post(door, { mailbox: REFERRER });
  await scan(door);
  const codes = (await codesTo(at, REFERRER)).slice(before);
  expect(codes).toHaveLength(1);
  const fields = { mailbox: REFERRER, asker: hidden(asked, 'asker'), code: codes.at(-1) ?? '' };
  const entered = await using.post(`${door}/code`, fields);
  const list = await using.get(new URL(entered.location, at.url).href);
  expect(list.body).toContain(references[0]);
  // A program that follows every link of the list still meets the question for the date of birth.
  const one = await using.get(`${door}/${references[0]}`);
  expect(one.body).toContain('name="dob-day"');
  expect(one.body).not.toMatch(/Poppy|Testerfield/);
});

test('what it left behind stops no decision', async () => {
  const [triage = ''] = references;
  await move(at, { advance: 'PT16M' });
  const triager = await signIn(at, triage);
  await triager.send({ outcome: 'DECLINE', reason: 'As agreed', message: 'As agreed', ...decider });
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, triage, 'DECLINED');
});
