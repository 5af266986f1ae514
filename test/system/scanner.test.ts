import { afterAll, beforeAll, expect, test } from 'vitest';
import { subjects } from '#test/kit/words/emails.ts';
import { inTriage, statusOf, statusWhen, submit } from './api.ts';
import { BORN, born, linkIn, open, send } from './referrer.ts';
import { scan } from './scan.ts';
import { endAll, type Service, start } from './service.ts';
import { browser, codesTo, decider, FIRST, linkTo, SECOND, signIn } from './triage.ts';
import { until } from './until.ts';
import { mailsOf, mailsTo, move } from './window.ts';

const COLLEAGUE = 'bea@example.org';
const SAVER = 'saver@example.org';
const TIMES = 10;

let at: Service;
let references: string[];
let links: string[];

/** Every link in every email so far. */
async function mailedLinks(): Promise<string[]> {
  const texts = (await mailsOf(at)).map(({ text }) => text);
  return [
    ...new Set(texts.flatMap((text) => text.match(/\bhttp\S+\/(?:triage|referral|refer|shared)\/l\/[\w-]{43}/g) ?? [])),
  ];
}

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

const told = async () => Promise.all(references.map((reference) => statusOf(at, reference)));

beforeAll(async () => {
  at = await start({ now: '2026-10-12T09:00' });
  const triage = await inTriage(at);
  const [over3, returned] = [await submit(at, 'C03'), await submit(at, 'C08')];
  for (const reference of [over3, returned]) await linkIn(at, reference, reference);
  references = [triage, over3, returned];
  await askColleague(triage);
  await saveForLater();
  links = await mailedLinks();
});
afterAll(endAll);

test('a mail scanner that does everything ten times decides nothing, uses up no link and causes one email a link at most', async () => {
  const kinds = new Set(links.map((link) => /\/(\w+)\/l\//.exec(link)?.[1]));
  expect(kinds).toEqual(new Set(['triage', 'referral', 'refer']));
  const [before, mails] = [await told(), (await mailsOf(at)).length];
  for (const link of links) {
    for (let n = 0; n < TIMES; n += 1) for (const status of await scan(link)) expect(status).toBeLessThan(500);
  }
  expect(await told()).toEqual(before);
  const caused = (await mailsOf(at)).slice(mails);
  expect(caused.length).toBeLessThanOrEqual(links.length);
  for (const mailbox of [FIRST, SECOND, SAVER]) {
    expect(caused.filter(({ to }) => to.includes(mailbox)).length).toBeLessThanOrEqual(1);
  }
  for (const link of links) expect((await browser().get(link)).status).toBe(200);
  await move(at, { advance: 'PT6M' });
  expect(await told()).toEqual(before);
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
  for (const link of links.filter((one) => one.includes('/refer/l/'))) {
    await browser().post(link);
    const code = (await codesTo(at, SAVER)).at(-1) ?? '';
    expect((await browser().post(`${link}/code`, { code })).status).toBe(303);
  }
  const own = await linkIn(at, triage, subjects.received);
  expect((await browser().post(own, born(BORN))).status).toBe(303);
});

test('what it left behind stops no decision', async () => {
  const [triage = ''] = references;
  await move(at, { advance: 'PT16M' });
  const triager = await signIn(at, triage);
  await triager.send({ outcome: 'DECLINE', reason: 'As agreed', message: 'As agreed', ...decider });
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, triage, 'DECLINED');
});
