import { expect, test } from 'vitest';
import { referrerActor } from '#domain/people/actor.ts';
import { workedCase } from '#test/cases.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { instance } from './instance.ts';
import { caseOf, letRetriesRun, refer } from './road.ts';

type Instance = ReturnType<typeof instance>;

const toReferrer = (one: Instance) => one.mail.filter(({ to }) => to.startsWith('referrer'));
const news = (one: Instance) => toReferrer(one).map(({ subject }) => subject.replace(/^Referral \w+: /, ''));
const on = (id: string) => ({ at: `${workedCase(id).referralDate}T09:00:00.000Z` });

test.each([
  ['goes to the team', 'C01', {}, subjects.received],
  ['has a document with a virus', 'C01', { scan: 'HARMFUL' }, subjects.asked],
  ['has a document of another type', 'C01', { contentType: 'image/png' }, subjects.asked],
  ['has no document', 'C08', {}, subjects.documentMissing],
  ['is for the advisory teachers', 'C03', {}, subjects.mayWeShare],
  ['has no agreement', 'C15', {}, subjects.agreementMissing],
] as const)(
  'of a referral that %s the referrer hears in one email, with a link to follow it',
  async (_how, id, file, subject) => {
    const one = instance(on(id));
    await refer(one, id, file);
    expect(news(one)).toEqual([expect.stringContaining(subject)]);
    const [mail] = toReferrer(one);
    expect(mail?.text).toMatch(/\/referral\/l\/\S+/);
    if (subject !== subjects.mayWeShare) expect(mail?.text).not.toMatch(/do not need to do anything/);
  },
);

test('the question that is the first email says that the referral has arrived', async () => {
  const one = instance();
  const reference = await refer(one, 'C01', { scan: 'HARMFUL' });
  expect(toReferrer(one)[0]?.text).toContain(`We have received referral ${reference}`);
});

test('once a first question is answered, the referrer is told that the team has it, with a link that lasts', async () => {
  const one = instance();
  const reference = await refer(one, 'C01', { scan: 'HARMFUL' });
  one.evidence.upload('caller-1', 'clean-evidence');
  const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
  const evidence = [{ evidenceId: 'clean-evidence', type: 'SOGS', title: 'Form' }];
  await one.answer({ by: referrerActor(), reference, taskId, text: '', evidence });
  await one.sweep();
  expect(news(one)).toEqual([expect.stringContaining(subjects.asked), subjects.received]);
});

test('a possible duplicate is acknowledged like any other', async () => {
  const one = instance({ at: '2026-10-02T08:00:00.000Z' });
  await refer(one, 'C01');
  const before = toReferrer(one).length;
  await refer(one, 'C24');
  expect(news(one).slice(before)).toEqual([subjects.received]);
});

test.each([
  ['finds nothing', 'CLEAN', [subjects.received]],
  ['finds a virus', 'HARMFUL', [subjects.received, subjects.asked]],
] as const)(
  'a scan that takes minutes keeps no one waiting: it is acknowledged, and then %s',
  async (_what, scan, said) => {
    const one = instance();
    await refer(one, 'C01', { scan: 'PENDING' });
    expect(news(one)).toEqual([subjects.received]);
    one.clock.advanceMinutes(0.5);
    await one.drain();
    one.evidence.upload('caller-1', 'C01-evidence-0', { scan });
    one.clock.advanceMinutes(0.5);
    await one.drain();
    expect(news(one)).toEqual(said.map((part) => expect.stringContaining(part)));
  },
);

test.each(['validate-referral', 'check-referral'])(
  'a fault in %s keeps no one from hearing that it has arrived',
  async (name) => {
    const one = instance({ fault: (step) => (step === name ? new Error('Broken.') : undefined) });
    await refer(one, 'C01');
    await letRetriesRun(one);
    expect(news(one)).toEqual([]);
    await one.sweep();
    await one.sweep();
    expect(news(one)).toEqual([subjects.received]);
  },
);
