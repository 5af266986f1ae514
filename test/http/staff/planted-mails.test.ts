import { beforeAll, expect, test } from 'vitest';
import { createMailParser } from '#adapters/mime/parse-mail.ts';
import { lookAfterMail } from '#application/mail/look-after-mail.ts';
import { takeMail } from '#application/mail/take-mail.ts';
import { openMails } from '#application/mail/tell-of-mail.ts';
import { type IncomingMail, isMailOpen, mailIdOf } from '#domain/mail/incoming-mail.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { mailOf, reportIn, wordsIn } from '#test/kit/mails.ts';
import { ODD_MAILS } from '#test/kit/odd-mails.ts';
import { MAIL_AT, mailAt } from '#web/staff/mail/address.ts';
import { lookingAt } from './managing.ts';
import { triageWorld } from './world.ts';

const PLANTED = 100;
const HOURS = 5 * 24;
/** Ordinary emails, each of another person about another child. */
const ordinary = Array.from({ length: PLANTED - ODD_MAILS.length }, (_, n) =>
  mailOf({ from: `p${n}@clinic.example`, messageId: `o${n}`, parts: [wordsIn(`Child ${n}`), reportIn()] }),
);
const planted = [...ODD_MAILS.map(([, bytes]) => bytes), ...ordinary];
const objectOf = (n: number) => `ses${n}`;

/** Five days of a service to which a hundred emails come. Every third arrival is never told, every fifth one is told twice. */
async function fiveDays() {
  const world = await triageWorld();
  const { deps, clock, evidence } = world;
  const parseMail = createMailParser({ ours: [deps.config.sender] });
  const take = takeMail({ ...deps, parseMail });
  const lookAfter = lookAfterMail({ ...deps, parseMail, evidence });
  for (const [n, bytes] of planted.entries()) {
    deps.mailFiles.arrive(objectOf(n), clock.now(), bytes);
    const told = n % 3 === 0 ? 0 : n % 5 === 0 ? 2 : 1;
    for (let time = 0; time < told; time += 1) await take(objectOf(n));
  }
  for (let hour = 0; hour < HOURS; hour += 1) {
    clock.advanceMinutes(60);
    await lookAfter();
    // On the second day people close every seventh email, of the odd ones too.
    if (hour !== 24) continue;
    const closed = planted.flatMap((_, n) => (n % 7 === 0 ? [mailIdOf(objectOf(n))] : []));
    for (const id of closed) await deps.closeMail(id, { outcome: 'NOT_FOR_US', reference: '' }, MACHINE);
  }
  const mails = await Promise.all(planted.map((_, n) => deps.mails.readMail(mailIdOf(objectOf(n)))));
  return { ...(await lookingAt(MAIL_AT, world)), mails };
}

let days: Awaited<ReturnType<typeof fiveDays>>;
beforeAll(async () => {
  days = await fiveDays();
});

const kindOf = (n: number) => ODD_MAILS[n]?.[0] ?? `ordinary ${n}`;

test('of 100 planted emails none is without an outcome or an open task after 5 days', async () => {
  const rows = new Set((await openMails(days.deps.indexes)).map(({ taskId }) => taskId));
  const isSeenTo = (mail: IncomingMail | undefined): boolean => {
    if (mail?.copyOf !== undefined) return isSeenTo(days.mails.find((one) => one?.id === mail.copyOf));
    return mail !== undefined && (isMailOpen(mail) ? rows.has(mail.id) : mail.closed?.outcome === 'NOT_FOR_US');
  };

  expect(planted.length).toBe(100);
  expect(days.mails.flatMap((mail, n) => (isSeenTo(mail) ? [] : [kindOf(n)]))).toEqual([]);
  expect(days.mails.filter((mail) => mail?.closed).length).toBe(15);
});

test('each odd one says what is odd about it', () => {
  const signs = ODD_MAILS.map(([kind], n) => [kind, days.mails[n]?.signs]);

  expect(signs).toEqual(ODD_MAILS.map(([kind, , expected]) => [kind, expected]));
});

test('the page of each one opens, and loads or sends nothing that the email asks for', async () => {
  const asked = /<(?:script|img|iframe|form|a)\b[^>]*evil\.example|<b>Zo/;
  for (const [n, mail] of days.mails.entries()) {
    const { status, body } = await days.using.get(mailAt(mail?.id ?? ''));
    expect([kindOf(n), status, asked.test(body)]).toEqual([kindOf(n), 200, false]);
  }
});

test('the link of the form goes to one address at a time, and to no machine', async () => {
  const { deps, mailer, mails } = days;
  const before = mailer.sent.length;
  for (const mail of mails) if (mail) await deps.answerMail(mail.id, MACHINE);
  const to = mailer.sent.slice(before).map((sent) => sent.to);

  expect(to.length).toBeGreaterThan(50);
  expect(to.filter((one) => !/^[a-z0-9]+@(?:clinic\.)?example(?:\.org)?$/.test(one))).toEqual([]);
  expect(to).not.toContain('portage@example.org');
});
