import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf } from '#test/cases.ts';
import { digestLines, inFamily, subjects } from '#test/kit/words/emails.ts';
import { exchange } from '#test/kit/words/referral.ts';
import { fileProblems } from '#web/form/files/words.ts';
import { accepted, anotherChild, inTriage, PDF, post, statusOf, statusWhen, submit, upload } from './api.ts';
import { leaks, strangeLinks } from './privacy.ts';
import { addDocument, asSeen, BORN, born, goOn, linkIn, naming, open, REFERRER, send } from './referrer.ts';
import { endAll, type Service, start } from './service.ts';
import { browser, FIRST, hidden, type Page, SECOND, signIn } from './triage.ts';
import { executionsOf, mailsAbout, mailsTo, move, moveToDay } from './window.ts';

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-09-24T09:00' });
});
afterAll(endAll);
beforeEach(() => move(at, { advance: 'PT16M' }));

/** The answer is kept straight away. The sweeper wakes the workflow within a minute. */
async function goesOn(reference: string): Promise<void> {
  await move(at, { advance: 'PT1M' });
  await statusWhen(at, reference, 'IN_TRIAGE');
}

async function asked(): Promise<string> {
  const reference = await inTriage(at);
  const triager = await signIn(at, reference);
  await triager.send({ outcome: 'REQUEST_INFORMATION', reason: exchange.note, question: exchange.question });
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, 'AWAITING_REFERRER');
  return reference;
}

describe('a question to the referrer', () => {
  test('is answered with a document behind the link, and the team sees both and decides', async () => {
    const reference = await asked();
    const { using, page } = await open(await linkIn(at, reference, subjects.asked));
    expect(page.body).toContain(exchange.question);
    expect(page.body).not.toContain(exchange.note);
    const withFile = await goOn(at, using, await addDocument(using, page));
    const done = await send(at, using, withFile, { text: exchange.answer, ...naming(withFile) });
    expect(done.status).toBe(200);
    await goesOn(reference);
    expect(await statusOf(at, reference)).toMatchObject({ outcome: null });

    await move(at, { advance: 'PT16M' });
    const triager = await signIn(at, reference);
    expect(triager.page.body).toContain(exchange.answer);
    const opened = await triager.using.get(`${triager.address}/evidence/1`);
    expect(opened.status).toBe(303);
    expect(await (await fetch(opened.location)).text()).toBe(PDF);
    await triager.send({ outcome: 'INVITE_GROUP', reason: 'As agreed' });
    await move(at, { advance: 'PT6M' });
    expect(await statusOf(at, reference)).toMatchObject({ status: 'ON_WAITING_LIST', outcome: 'INVITE_GROUP' });
  });

  test('answered twice counts once, and the link is then as an unknown one', async () => {
    const reference = await asked();
    const link = await linkIn(at, reference, subjects.asked);
    const { using, page } = await open(link);
    const form = await goOn(at, using, page);
    const answers = await Promise.all([1, 2, 3].map((n) => send(at, using, form, { text: `Answer ${n}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await goesOn(reference);
    const unknown = await browser().get(`${at.url}/referral/l/${'A'.repeat(43)}`);
    const used = await browser().get(link);
    expect(asSeen(used)).toEqual(asSeen(unknown));
  });

  test('that no one answers (late) is reminded of, and goes back to the team', async () => {
    const reference = await asked();
    await move(at, { advance: 'P22D' });
    const sent = (await mailsAbout(at, reference)).map(({ subject }) => subject);
    expect(sent.filter((subject) => subject.includes(subjects.askedAgain))).toHaveLength(1);
    expect(await statusOf(at, reference)).toMatchObject({ status: 'IN_TRIAGE', outcome: null });
  });
});

describe("the referrer's link", () => {
  test('opened, and its form posted as it stands, by a mail scanner shows and does nothing', async () => {
    const reference = await asked();
    const link = await linkIn(at, reference, subjects.asked);
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
    const link = await linkIn(at, reference, subjects.asked);
    const answers: Page[] = [];
    for (let day = 1; day <= 6; day += 1) answers.push(await browser().post(link, born(`2024-05-0${day}`)));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429, 429]);
    expect((await browser().post(link, born(BORN))).status).toBe(429);
    await move(at, { advance: 'PT15M' });
    await open(link);
  });

  test('shows the status without a name to whoever has it', async () => {
    const reference = await inTriage(at);
    const { page, address } = await open(await linkIn(at, reference, subjects.received));
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
    const { using, page } = await open(await linkIn(at, reference, subjects.asked));
    const stillBad = await addDocument(using, page, 'MZ, again');
    expect(stillBad.body).toContain(fileProblems.type);
    const withFile = await goOn(at, using, await addDocument(using, stillBad));
    expect((await send(at, using, withFile, { text: '', ...naming(withFile) })).status).toBe(200);
    await goesOn(reference);
  });
});

describe('a referral that was stopped', () => {
  test('for want of evidence is sent again with a document, once, as a new one', async () => {
    const reference = await submit(at, 'C08', anotherChild());
    await statusWhen(at, reference, 'NOT_ACCEPTED');
    const { using, page } = await open(await linkIn(at, reference, subjects.documentMissing));
    const draft = (await send(at, using, page)).location;
    const described = await using.get(`${draft}/evidence/1`);
    const document = { 'evidence[0].type': 'SOGS', 'evidence[0].title': 'Schedule of Growing Skills' };
    expect((await send(at, using, described, document)).status).toBe(303);
    await addDocument(using, await using.get(`${draft}/evidence/1/file`));
    const check = await using.get(`${draft}/check`);
    const fields = { csrf: hidden(check, 'csrf'), seen: hidden(check, 'seen'), declared: 'yes' };
    const sent = await using.post(`${draft}/send`, fields);
    const next = /<strong>([2-9A-Z]{11})<\/strong>/.exec((await using.get(sent.location)).body)?.[1] ?? '';
    await statusWhen(at, next, 'IN_TRIAGE');
    expect((await send(at, using, page)).location).toBe(`${draft}/sent`);
    expect((await statusOf(at, reference)).status).toBe('NOT_ACCEPTED');
  });

  test('for age is forwarded only when the parents agree, once, and not by opening the link', async () => {
    await moveToDay(at, '2026-10-06');
    const advisory = () => mailsTo(at, 'advisory-teachers@example.org');
    const reference = await submit(at, 'C03');
    await statusWhen(at, reference, 'REDIRECTED');
    const link = await linkIn(at, reference, subjects.mayWeShare);
    await browser().get(link);
    await browser().post(link);
    const { using, page } = await open(link, '2023-10-05');
    expect(await advisory()).toEqual([]);
    expect((await using.post(`${at.url}/referral/${reference}/forward`, { csrf: 'forged' })).status).toBe(403);
    expect(await advisory()).toEqual([]);
    await Promise.all([send(at, using, page, {}), send(at, using, page, {})]);
    await move(at, { advance: 'PT5M' });
    expect(await advisory()).toHaveLength(1);
  });
});

describe('a referral in triage', () => {
  const statusPage = (reference: string) => `${at.url}/referral/${reference}/status`;

  test('is withdrawn by its referrer: the workflow ends, and the team and the family are told', async () => {
    const reference = await inTriage(at);
    const triager = await signIn(at, reference);
    const { using } = await open(await linkIn(at, reference, subjects.received));
    const page = await using.get(`${statusPage(reference)}/withdraw`);
    const done = await send(at, using, page, { reason: 'Juniper has moved' });
    expect((await using.get(done.location)).body).toContain('Juniper has moved');
    await move(at, { advance: 'PT2M' });
    expect((await executionsOf(at)).find(({ name }) => name === `${reference}-intake-1`)?.status).toBe('SUCCEEDED');
    const told = (await mailsAbout(at, reference)).filter(({ subject }) => subject.includes(subjects.withdrawn));
    expect(told.flatMap(({ to }) => to)).toEqual([REFERRER]);
    const toFamily = (await mailsAbout(at, reference)).filter(({ text }) => text.includes(inFamily.withdrawn));
    expect(toFamily.map(({ to }) => to)).toEqual([['parent01@example.org']]);
    expect((await triager.send({ outcome: 'DECLINE', reason: 'As agreed' })).body).toContain('withdrew this referral');
    expect((await statusOf(at, reference)).history.at(-1)?.event).toBe('TOLD');
    await move(at, { advance: 'P4D' });
    const line = `Referral ${reference}: ${digestLines.withdrawn}`;
    const digests = (await mailsAbout(at, reference)).filter(({ text }) => text.includes(line));
    expect(digests.flatMap(({ to }) => to).sort()).toEqual([FIRST, SECOND]);
  });

  test('is handed over by a link in the colleague’s inbox, and the question that comes then is theirs', async () => {
    const reference = await inTriage(at);
    const { using } = await open(await linkIn(at, reference, subjects.received));
    const page = await using.get(`${statusPage(reference)}/hand-over`);
    await send(at, using, page, { name: 'Bea Colleague', role: 'Health visitor', email: 'bea@example.org' });
    const offered = await open(await linkIn(at, reference, subjects.willYouTakeOver, 'bea@example.org'));
    const taken = await send(at, offered.using, offered.page);
    expect((await offered.using.get(taken.location)).body).toContain('Bea Colleague');
    expect((await using.get(statusPage(reference))).status).toBe(410);
    await linkIn(at, reference, subjects.takenOver, 'bea@example.org');

    const triager = await signIn(at, reference);
    await triager.send({ outcome: 'REQUEST_INFORMATION', reason: exchange.note, question: exchange.question });
    await move(at, { advance: 'PT6M' });
    const asked = await open(await linkIn(at, reference, subjects.asked, 'bea@example.org'));
    const form = await goOn(at, asked.using, asked.page);
    expect((await send(at, asked.using, form, { text: 'Beside them.' })).status).toBe(200);
    await goesOn(reference);
    const toEarlier = (await mailsAbout(at, reference)).filter(({ to }) => to.includes(REFERRER));
    expect(toEarlier.map(({ subject }) => subject.replace(/^Referral \w+: /, ''))).toEqual([
      subjects.received,
      subjects.handedOver,
    ]);
  });
});

describe('after all of that', () => {
  test('no email, history or log line says who anyone is', async () => {
    expect(await leaks(at)).toEqual([]);
  });

  test('every link in an email begins with the base URL and ends at white space', async () => {
    expect(await strangeLinks(at)).toEqual([]);
  });
});
