import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths } from '#domain/values/dates.ts';
import { digestLines, KEEPS_PLACE } from '#test/kit/words/emails.ts';
import { anotherChild, inTriage, statusOf, statusWhen, submit } from './api.ts';
import { leaks } from './privacy.ts';
import { endAll, type Service, start } from './service.ts';
import { signIn, signInFromDigest } from './triage.ts';
import { executionsOf, type Mail, mailsAbout, mailsOf, move } from './window.ts';

/** Years pass here a minute at a time: on a busy machine one takes minutes. */
const patient = { timeout: 600_000 };

let at: Service;
beforeAll(async () => {
  at = await start({ now: '2026-09-24T09:00' });
});
afterAll(endAll);

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });

/** What a digest says of one referral, up to its first full stop or comma. */
const lineOf = (reference: string) => new RegExp(`Referral ${reference}: ([^.,\\n]+)`);

/**
 * When mails went out, to the minute in London, with what they say of a referral. Moved time stops once a minute, so what is
 * due within the minute of a stop goes at the next: it counts for its own minute. `waits.test.ts` holds the second.
 */
const written = (mails: readonly Mail[], reference: string) =>
  mails.map(({ sentAt, text }) => {
    const at = london.format(new Date(sentAt)).replace(/ 09:11$/, ' 09:10');
    return `${at} ${lineOf(reference).exec(text)?.[1]}`;
  });

const isCheckIn = ({ text }: Mail) => text.includes(KEEPS_PLACE);

const to = (mailbox: string, mails: readonly Mail[]) => mails.filter((mail) => mail.to.includes(mailbox));

test(
  'three referrals that no one decides are in the digests of working mornings in London, escalated, parked and asked every week',
  patient,
  async () => {
    const references = await Promise.all(Array.from({ length: 3 }, () => submit(at, 'C01', anotherChild())));
    for (const reference of references) await statusWhen(at, reference, 'IN_TRIAGE');
    const before = await mailsOf(at);

    const now = await move(at, { advance: 'P1Y' });

    expect(now).toMatch(/^2027-09-24T08:/);
    for (const reference of references) {
      expect(await statusOf(at, reference)).toMatchObject({ status: 'PARKED', outcome: null });
      const mails = (await mailsAbout(at, reference)).slice(
        before.filter(({ text }) => text.includes(reference)).length,
      );
      const parkedOn = '2026-11-02 09:00';
      const inTime = mails.filter(({ sentAt }) => london.format(new Date(sentAt)) < parkedOn);
      const days = ['2026-09-29', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'];
      const reminders = days.map((day) => `${day} 09:10 ${digestLines.triageAgain}`);
      for (const triager of ['triage-1@example.org', 'triage-2@example.org']) {
        expect(written(to(triager, inTime), reference)).toEqual(reminders);
      }
      const escalations = days.slice(1).map((day) => `${day} 09:10 ${digestLines.noOneDecided}`);
      expect(written(to('manager@example.org', inTime), reference)).toEqual(escalations);
      const afterwards = written(to('manager@example.org', mails), reference).slice(escalations.length);
      expect(afterwards.length).toBeGreaterThan(44);
      for (const line of afterwards)
        expect(line).toMatch(new RegExp(`^20\\d\\d-\\d\\d-\\d\\d 09:10 ${digestLines.stillNoDecision}$`));
    }
    const after = (await mailsOf(at)).slice(before.length).map(({ sentAt }) => sentAt);
    expect(after).toEqual([...after].sort());
    expect(await leaks(at)).toEqual([]);
  },
);

test(
  'the week in which summer time begins has its digests in the morning by the clock of London, none at the weekend',
  patient,
  async () => {
    await move(at, { at: '2028-03-22T09:00' });
    const dob = '2026-01-10';
    const reference = await submit(at, 'C09', {
      child: { firstName: 'Juniper', lastName: 'Quixotica', dob },
      assessments: [],
    });
    await statusWhen(at, reference, 'IN_TRIAGE');
    const asked = (await mailsAbout(at, reference)).length;
    await move(at, { at: '2028-04-03T10:00' });
    const reminded = to('triage-1@example.org', (await mailsAbout(at, reference)).slice(asked));
    expect(written(reminded, reference)).toEqual([
      `2028-03-27 09:10 ${digestLines.triageAgain}`,
      `2028-04-03 09:10 ${digestLines.triageAgain}`,
    ]);
    expect(reminded[0]?.sentAt).toMatch(/^2028-03-27T08:1/);
  },
);

test(
  'of a referral that was decided before a jump of half a year (late) its band is asked about again, its family if anything has changed, and its referrer is told of the wait',
  patient,
  async () => {
    const reference = await inTriage(at, {
      child: { firstName: 'Juniper', lastName: 'Quixotica', dob: '2026-02-10' },
      assessments: [],
    });
    await (await signIn(at, reference)).send({ outcome: 'INVITE_GROUP', reason: 'As agreed' });
    const accepted = (await move(at, { advance: 'PT6M' })).slice(0, 10);
    const told = (await mailsAbout(at, reference)).length;
    const finished = await executionsOf(at);
    await move(at, { advance: 'P180D' });
    const since = (await mailsAbout(at, reference)).slice(told);
    expect(since.length).toBeGreaterThan(20);
    const asked = since.filter(isCheckIn);
    const toReferrer = to('referrer01@example.org', since);
    const ofStaff = since.filter((mail) => !asked.includes(mail) && !toReferrer.includes(mail));
    // On the first working day of a quarter.
    expect(toReferrer.map(({ sentAt }) => sentAt.slice(0, 10))).toEqual(['2028-07-03']);
    expect(asked.map(({ sentAt }) => sentAt.slice(0, 10))).toEqual([addMonths(accepted, 3)]);
    expect(new Set(ofStaff.map(({ to }) => to.join()))).toEqual(new Set(['manager@example.org']));
    const lines = ofStaff.map(({ text }) => new RegExp(`Referral ${reference}: (.*)`).exec(text)?.[1]);
    expect(lines[0]).toContain(digestLines.bandToConfirm);
    expect(lines.slice(1).filter((line) => !line?.includes(digestLines.overdue))).toEqual([]);
    expect(await statusOf(at, reference)).toMatchObject({ status: 'ON_WAITING_LIST', outcome: 'INVITE_GROUP' });
    expect((await executionsOf(at)).map(({ name }) => name)).toEqual(finished.map(({ name }) => name));
  },
);

test('the manager, asked by the last escalation, can still decide a case that was parked', patient, async () => {
  const reference = await inTriage(at, {
    child: { firstName: 'Juniper', lastName: 'Quixotica', dob: '2027-06-10' },
    assessments: [],
  });
  await move(at, { advance: 'P45D' });
  expect((await statusOf(at, reference)).status).toBe('PARKED');
  const manager = await signInFromDigest(at, reference, 'manager@example.org');
  expect((await manager.send({ outcome: 'INVITE_GROUP', reason: 'As agreed' })).status).toBe(303);
  await move(at, { advance: 'PT10M' });
  expect(await statusOf(at, reference)).toMatchObject({ status: 'ON_WAITING_LIST', outcome: 'INVITE_GROUP' });
});
