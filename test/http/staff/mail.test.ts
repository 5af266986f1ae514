import { describe, expect, it } from 'vitest';
import { createMailParser } from '#adapters/mime/parse-mail.ts';
import { takeMail } from '#application/mail/take-mail.ts';
import { mailIdOf } from '#domain/mail/incoming-mail.ts';
import { fileIn, mailOf, reportIn, wordsIn } from '#test/kit/mails.ts';
import { areaWords } from '#web/staff/area/words.ts';
import { MAIL_AT, mailAt } from '#web/staff/mail/address.ts';
import { closeFaultWords, outcomeWords, signWords, mailWords as words } from '#web/staff/mail/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { managing } from './managing.ts';

const mail = mailOf({
  from: 'Ann Health <ann@clinic.example>',
  subject: 'About Quillon',
  parts: [wordsIn('<b>Please</b> see the report.'), reportIn(), fileIn('plan.xlsx', 'application/x', 'x')],
});

/** The service manager, with one email that waits. */
async function waiting(bytes = mail) {
  const world = await managing(MAIL_AT);
  const { deps, clock } = world;
  deps.mailFiles.arrive('ses1', clock.now(), bytes);
  await takeMail({ ...deps, parseMail: createMailParser({ ours: [deps.config.sender] }) })('ses1');
  const at = mailAt(mailIdOf('ses1'));
  const open = () => world.using.get(at);
  const stored = () => deps.mails.readMail(mailIdOf('ses1'));
  const press = async (fields: Record<string, string>) =>
    world.using.post(at, { csrf: hidden(await open(), 'csrf'), ...fields });
  return { ...world, at, open, press, stored };
}

describe('the list of emails', () => {
  it('shows each by its id and its age, and nothing of what it says', async () => {
    const { using } = await waiting();
    const { body } = await using.get(MAIL_AT);
    expect(body).toContain(mailIdOf('ses1'));
    expect(body).toContain(areaWords.mail);
    expect(body).not.toMatch(/Quillon|ann@clinic|Please/);
  });

  it('has none that is closed', async () => {
    const { using, press } = await waiting();
    await press({ outcome: 'NOT_FOR_US' });
    expect((await using.get(MAIL_AT)).body).not.toContain(mailIdOf('ses1'));
  });
});

describe('the page of an email', () => {
  it('shows who wrote what as plain text, and that it was read is recorded first', async () => {
    const { open, readings } = await waiting();
    const { body } = await open();
    expect(body).toContain('&lt;b&gt;Please&lt;/b&gt; see the report.');
    for (const said of ['ann@clinic.example', 'About Quillon', signWords.FILES_LEFT]) expect(body).toContain(said);
    expect(readings.at(-1)).toMatchObject({ what: 'MAIL', by: { kind: 'PERSON' } });
  });

  it('opens a file once it was scanned, and names one that it cannot open', async () => {
    const { using, at, open, evidence, stored } = await waiting();
    expect((await open()).body).toContain(words.notKept);
    expect((await using.get(`${at}/files/0`)).location).toContain('https://bucket.example/');
    expect((await using.get(`${at}/files/1`)).status).toBe(404);
    evidence.upload('form', (await stored())?.files[0] ?? '', { scan: 'PENDING' });
    expect((await using.get(`${at}/files/0`)).status).toBe(409);
  });

  it('is not found where there is no such email (hostile)', async () => {
    const { using } = await waiting();
    for (const id of ['0', 'ABCDEF123456', '..%2f', 'MAIL-1']) expect((await using.get(mailAt(id))).status).toBe(404);
  });
});

describe('closing an email', () => {
  it('needs an outcome, and for a referral one that we have', async () => {
    const { press, stored } = await waiting();
    const refused = [
      [{}, closeFaultWords.OUTCOME_MISSING],
      [{ outcome: 'DONE' }, closeFaultWords.OUTCOME_MISSING],
      [{ outcome: 'REFERRAL_ENTERED' }, closeFaultWords.REFERENCE_MISSING],
      [{ outcome: 'REFERRAL_ENTERED', reference: 'nothing' }, closeFaultWords.REFERENCE_UNKNOWN],
    ] as const;
    for (const [fields, said] of refused) {
      const answer = await press(fields);
      expect([answer.status, answer.body.includes(said)]).toEqual([422, true]);
    }
    expect((await stored())?.closed).toBeUndefined();
  });

  it('is recorded with who did it, once: the second is told', async () => {
    const { press, open, stored } = await waiting();
    const own = hidden(await open(), 'csrf');
    expect((await press({ outcome: 'REFERRAL_ENTERED', reference })).status).toBe(303);
    expect((await stored())?.closed).toMatchObject({ outcome: 'REFERRAL_ENTERED', reference });
    const second = await press({ csrf: own, outcome: 'NOT_FOR_US' });
    expect([second.status, second.body.includes(words.first)]).toEqual([409, true]);
    expect((await open()).body).toContain(outcomeWords.REFERRAL_ENTERED);
  });
});

describe('sending the link of the form', () => {
  it('goes to the sender once, quotes nothing of the email, and leaves it open', async () => {
    const { press, mailer, stored, open } = await waiting();
    const before = mailer.sent.length;
    expect((await press({ do: 'answer' })).status).toBe(303);
    const [sent, ...others] = mailer.sent.slice(before);
    expect([sent?.to, others.length]).toEqual(['ann@clinic.example', 0]);
    expect(sent?.text).toContain('http://localhost:8080/refer\n');
    expect(`${sent?.subject} ${sent?.text}`).not.toMatch(/Quillon|report|Please see/);
    expect(await stored()).toMatchObject({ answered: { state: 'SENT' } });
    expect((await stored())?.closed).toBeUndefined();
    const again = await press({ do: 'answer' });
    expect([again.status, mailer.sent.length]).toEqual([409, before + 1]);
    expect((await open()).body).not.toContain(`>${words.answerGo}<`);
  });

  it.each([
    ['an automatic reply', mailOf({ headers: { 'Auto-Submitted': 'auto-replied' } })],
    ['a bounce', mailOf({ from: 'MAILER-DAEMON@clinic.example' })],
    ['our own email', mailOf({ from: 'portage@example.org' })],
    ['no sender', mailOf({ from: '' })],
  ])('is never offered for %s, and does nothing where it is pressed', async (_why, bytes) => {
    const { press, open, mailer } = await waiting(bytes);
    const before = mailer.sent.length;
    expect((await open()).body).not.toContain(`>${words.answerGo}<`);
    expect((await press({ do: 'answer' })).status).toBe(409);
    expect(mailer.sent.length).toBe(before);
  });
});

describe('entering an email as a referral', () => {
  it('starts one draft, with its documents, that came by email on the day it arrived', async () => {
    const { using, at, deps, stored } = await waiting();
    const page = await using.get(`${at}/enter`);
    const fields = { csrf: hidden(page, 'csrf'), name: 'Sam', role: 'Manager' };
    const on = { 'arrivedOn-day': '24', 'arrivedOn-month': '9', 'arrivedOn-year': '2026' };
    const missing = await using.post(`${at}/enter`, { csrf: fields.csrf });
    expect(missing.status).toBe(422);
    const { location } = await using.post(`${at}/enter`, { ...fields, ...on });
    const { draft, files } = (await stored()) ?? {};
    expect(location).toBe(`/refer/${draft}`);
    expect(await deps.drafts.readDraft(draft ?? '')).toMatchObject({
      entry: { cameBy: 'EMAIL', arrivedOn: '2026-09-24' },
      answers: { 'evidence[0].evidenceId': files?.[0] },
    });
    const again = await using.post(`${at}/enter`, { ...fields, ...on });
    expect([again.location, (await stored())?.draft]).toEqual([location, draft]);
  });
});
