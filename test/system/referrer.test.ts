import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf } from '#test/cases.ts';
import { accepted, anotherChild, inTriage, PDF, post, statusOf, statusWhen, submit, upload } from './api.ts';
import { leaks, strangeLinks } from './privacy.ts';
import { endAll, type Service, start } from './service.ts';
import { type Browser, browser, type Page, signIn } from './triage.ts';
import { until } from './until.ts';
import { mailsAbout, mailsOf, move, moveToDay } from './window.ts';

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-09-24T09:00' });
});
afterAll(endAll);
beforeEach(() => move(at, { advance: 'PT16M' }));

const BORN = '2024-09-10';
const born = (on: string) => {
  const [year = '', month = '', day = ''] = on.split('-');
  return { 'dob-day': day, 'dob-month': month, 'dob-year': year };
};

/** The newest link that the referrer was sent in an e-mail with this in its subject. */
const linkIn = (reference: string, subject: string) =>
  until(`the referrer was sent "${subject}"`, async () => {
    const mails = (await mailsAbout(at, reference)).filter((mail) => mail.subject.includes(subject));
    return mails.flatMap(({ text }) => /^http\S+\/referral\/l\/\S+$/m.exec(text)?.[0] ?? []).at(-1);
  });

async function open(link: string, on = BORN) {
  const using = browser();
  const answer = await using.post(link, born(on));
  if (answer.status !== 303) throw new Error(`The link answered ${answer.status}: ${answer.body}`);
  return { using, address: answer.location, page: await using.get(answer.location) };
}

const asTyped = (html: string) =>
  html.replace(/&(amp|quot|lt|gt|#39|#92|#96);/g, (_all, name) => {
    const characters: Record<string, string> = {
      amp: '&',
      quot: '"',
      lt: '<',
      gt: '>',
      '#39': "'",
      '#92': '\\',
      '#96': '`',
    };
    return characters[String(name)] ?? '';
  });

/** The forms of a page, each with its address and its hidden fields, as a browser would send them. */
function formsOf({ body }: Page) {
  return [...body.matchAll(/<form[^>]*action="([^"]*)"[\s\S]*?<\/form>/g)].map(([form, action = '']) => {
    const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const fields = inputs.map(([, name = '', value = '']) => [asTyped(name), asTyped(value)] as const);
    return { action: asTyped(action), fields: Object.fromEntries(fields) };
  });
}

/** Adds a document on a page as a browser without scripts does: to the store, and back by its redirect. */
async function addDocument(using: Browser, page: Page, file = PDF): Promise<Page> {
  const form = formsOf(page).find(({ action }) => !action.includes('/referral/'));
  const body = new FormData();
  for (const [name, value] of Object.entries(form?.fields ?? {})) body.append(name, value);
  body.append('file', new Blob([file]), 'schedule.pdf');
  const sent = await fetch(form?.action ?? '', { method: 'POST', body, redirect: 'manual' });
  expect(sent.status).toBe(303);
  return using.get((sent.headers.get('location') ?? '').replace(/\?.*$/, ''));
}

/** Sends the form of a page of ours, with these fields beside the hidden ones. */
function send(using: Browser, page: Page, fields: Record<string, string>): Promise<Page> {
  const form = formsOf(page).find(({ action }) => action.includes('/referral/'));
  return using.post(new URL(form?.action ?? '', at.url).href, { ...form?.fields, ...fields });
}

/** The answer is kept at once; the sweeper wakes the workflow within a minute. */
async function goesOn(reference: string): Promise<void> {
  await move(at, { advance: 'PT1M' });
  await statusWhen(at, reference, 'IN_TRIAGE');
}

/** The fields that name every document on a page. */
const naming = ({ body }: Page) =>
  Object.fromEntries(
    [...body.matchAll(/name="type-([\w-]+)"/g)].flatMap(([, id]) => [
      [`type-${id}`, 'SOGS'],
      [`title-${id}`, 'Schedule of Growing Skills'],
    ]),
  );

async function asked(): Promise<string> {
  const reference = await inTriage(at);
  const triager = await signIn(at, reference);
  await triager.send({ outcome: 'REQUEST_INFORMATION', reason: 'How does Juniper play with others?' });
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, 'AWAITING_REFERRER');
  return reference;
}

describe('a question to the referrer', () => {
  test('is answered with a document behind the link, and the team sees both and decides', async () => {
    const reference = await asked();
    const { using, page } = await open(await linkIn(reference, 'something from you'));
    expect(page.body).toContain('How does Juniper play with others?');
    const withFile = await addDocument(using, page);
    const done = await send(using, withFile, { text: 'She builds towers beside them.', ...naming(withFile) });
    expect(done.status).toBe(200);
    await goesOn(reference);
    expect(await statusOf(at, reference)).toMatchObject({ outcome: null });

    await move(at, { advance: 'PT16M' });
    const triager = await signIn(at, reference);
    expect(triager.page.body).toContain('She builds towers beside them.');
    const opened = await triager.using.get(`${triager.address}/evidence/1`);
    expect(opened.status).toBe(303);
    expect(await (await fetch(opened.location)).text()).toBe(PDF);
    await triager.send({ outcome: 'INVITE_GROUP', reason: 'As agreed' });
    await move(at, { advance: 'PT6M' });
    expect(await statusOf(at, reference)).toMatchObject({ status: 'ON_WAITING_LIST', outcome: 'INVITE_GROUP' });
  });

  test('answered twice counts once, and the link is then as an unknown one', async () => {
    const reference = await asked();
    const link = await linkIn(reference, 'something from you');
    const { using, page } = await open(link);
    const answers = await Promise.all([1, 2, 3].map((n) => send(using, page, { text: `Answer ${n}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await goesOn(reference);
    const unknown = await browser().get(`${at.url}/referral/l/${'A'.repeat(43)}`);
    const used = await browser().get(link);
    expect([used.status, used.body]).toEqual([unknown.status, unknown.body]);
  });

  test('that nobody answers (late) is reminded of, and goes back to the team', async () => {
    const reference = await asked();
    await move(at, { advance: 'P22D' });
    const subjects = (await mailsAbout(at, reference)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.endsWith('still waiting for you'))).toHaveLength(2);
    expect(await statusOf(at, reference)).toMatchObject({ status: 'IN_TRIAGE', outcome: null });
  });
});

describe("the referrer's link", () => {
  test('opened, and its form posted as it stands, by a mail scanner shows and does nothing', async () => {
    const reference = await asked();
    const link = await linkIn(reference, 'something from you');
    for (let n = 0; n < 6; n += 1) {
      const scanner = browser();
      const [got, posted] = [await scanner.get(link), await scanner.post(link)];
      expect([got.status, posted.status]).toEqual([200, 422]);
      expect(got.body + posted.body).not.toMatch(/Juniper|Quixotica|TA1 9ZZ/);
      expect(scanner.jar.size).toBe(0);
    }
    await open(link);
  });

  test('with a wrong date of birth five times (hostile) makes wait, even with the right one', async () => {
    const reference = await asked();
    const link = await linkIn(reference, 'something from you');
    const answers: Page[] = [];
    for (let day = 1; day <= 6; day += 1) answers.push(await browser().post(link, born(`2024-05-0${day}`)));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429, 429]);
    expect((await browser().post(link, born(BORN))).status).toBe(429);
    await move(at, { advance: 'PT15M' });
    await open(link);
  });

  test('shows the status without a name to whoever has it', async () => {
    const reference = await inTriage(at);
    const { page, address } = await open(await linkIn(reference, 'received'));
    expect([page.status, address]).toEqual([200, `${at.url}/referral/${reference}/status`]);
    expect((await browser().get(address)).status).toBe(404);
  });
});

describe('evidence that could not be used', () => {
  test('is replaced behind the link, and the referral reaches the team', async () => {
    const bad = await upload(at, 'MZ, no PDF at all');
    const body = { ...bodyOf('C01', [bad]), ...anotherChild() };
    const { reference } = await accepted(await post(at, body));
    await statusWhen(at, reference, 'AWAITING_REFERRER');
    const { using, page } = await open(await linkIn(reference, 'something from you'));
    const stillBad = await addDocument(using, page, 'MZ, again');
    expect(stillBad.body).toContain('not a PDF, JPEG, PNG or Word');
    const withFile = await addDocument(using, stillBad);
    expect((await send(using, withFile, { text: '', ...naming(withFile) })).status).toBe(200);
    await goesOn(reference);
  });
});

describe('a referral that was stopped', () => {
  test('for want of evidence is sent again with a document, once, as a new one', async () => {
    const reference = await submit(at, 'C08', anotherChild());
    await statusWhen(at, reference, 'NOT_ACCEPTED');
    const { using, page } = await open(await linkIn(reference, 'evidence is missing'));
    const withFile = await addDocument(using, page);
    const again = await send(using, withFile, naming(withFile));
    expect(again.status).toBe(200);
    const next = /new reference is ([2-9A-Z]{11})/.exec(again.body)?.[1] ?? '';
    await statusWhen(at, next, 'IN_TRIAGE');
    const twice = await send(using, withFile, naming(withFile));
    expect(twice.body).toContain(next);
    expect((await statusOf(at, reference)).status).toBe('NOT_ACCEPTED');
  });

  test('for age is forwarded only when the parents agree, once, and not by opening the link', async () => {
    await moveToDay(at, '2026-10-06');
    const advisory = async () => (await mailsOf(at)).filter(({ to }) => to.includes('advisory-teachers@example.org'));
    const reference = await submit(at, 'C03');
    await statusWhen(at, reference, 'REDIRECTED');
    const link = await linkIn(reference, 'Early Years');
    await browser().get(link);
    await browser().post(link);
    const { using, page } = await open(link, '2023-10-05');
    expect(await advisory()).toEqual([]);
    expect((await using.post(`${at.url}/referral/${reference}/forward`, { csrf: 'forged' })).status).toBe(403);
    expect(await advisory()).toEqual([]);
    await Promise.all([send(using, page, {}), send(using, page, {})]);
    await move(at, { advance: 'PT5M' });
    expect(await advisory()).toHaveLength(1);
  });
});

describe('after all of that', () => {
  test('no e-mail, history or log line says who anybody is', async () => {
    expect(await leaks(at)).toEqual([]);
  });

  test('every link in an e-mail begins with the base URL and ends at white space', async () => {
    expect(await strangeLinks(at)).toEqual([]);
  });
});
