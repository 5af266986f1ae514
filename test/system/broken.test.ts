import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bodyOf } from '#test/cases.ts';
import { eventInWords } from '#web/components/record/event-words.ts';
import { codeInWords } from '#web/components/record/words.ts';
import { CASES_AT, CONSOLE_AT } from '#web/console/address.ts';
import { brokenWords } from '#web/console/broken/words.ts';
import { caseWords } from '#web/console/case/words.ts';
import { findingInWords } from '#web/console/front/record-words.ts';
import { putRightWhats } from '#web/console/notice/words.ts';
import { putRightWords, restartResults } from '#web/console/put-right-words.ts';
import { accepted, anotherChild, inTriage, post, statusOf, submit, upload } from './api.ts';
import { broken } from './broken/operator.ts';
import { endAll, type Service, start } from './service.ts';
import { browser } from './triage.ts';
import { until } from './until.ts';
import { breakDown, mailsAbout, mailsTo, mend, move } from './window.ts';

/** More than anything here tries. */
const ALWAYS = 1_000;
const reason = 'The cause is gone';

let at: Service;
const report = broken();
beforeAll(async () => {
  at = await start({ now: '2026-09-24T09:00' });
}, 90_000);
afterEach(() => mend(at));
afterAll(endAll);
afterAll(() => process.stdout.write(`\n${report.table()}\n`));

/** Where a case stands once what was owed to it has been done. */
async function statusSoon(reference: string, wanted: string): Promise<string> {
  await move(at, { advance: 'PT3M' });
  return until('it went on', async () => ((await statusOf(at, reference)).status === wanted ? wanted : undefined));
}

test('a function that dies in the middle of a step, again and again, leaves a case that has stopped', async () => {
  await breakDown(at, {
    ...{ service: 'dynamodb', operation: 'PutItem', function: 'CheckReferral' },
    ...{ error: 'Runtime.ExitError', times: ALWAYS },
  });
  const reference = await submit(at, 'C01', anotherChild());
  const olly = await report.operator(at, 'a step is killed');
  const front = await olly.sees({ code: 'PARKED', count: 1 });
  const list = await olly.follow(front);
  expect(list.body).toContain(codeInWords('Runtime.ExitError'));
  await mend(at);

  const done = await olly.press(list, { reason });

  expect(done.body).toContain(restartResults.RESTARTED);
  expect(await statusSoon(reference, 'IN_TRIAGE')).toBe('IN_TRIAGE');
  expect(await olly.historyOf(reference)).toContain(eventInWords('RESTARTED'));
});

test('an email that bounces is found by its case and sent again', async () => {
  const mailbox = 'full@example.org';
  await breakDown(at, { mailbox, mail: 'bounced' });
  const reference = await inTriage(at, { referrer: { ...Object(bodyOf('C01', []).referrer), email: mailbox } });
  const olly = await report.operator(at, 'an email bounces');
  const list = await olly.follow(await olly.sees({ code: 'MAIL_FAILED', count: 1 }));
  const email = await olly.open(list, `/emails/`);
  await mend(at);

  const done = await olly.press(email, { reason, what: 'SENT_AGAIN' });

  expect(done.body).toContain(putRightWhats.SENT_AGAIN);
  await move(at, { advance: 'PT2M' });
  expect(await mailsTo(at, mailbox)).toHaveLength(2);
  expect(await olly.historyOf(reference)).toContain(eventInWords('NOTICE_PUT_RIGHT'));
});

test('an execution that someone stopped is restarted, and the front page says of which case', async () => {
  const reference = await inTriage(at);
  await breakDown(at, { execution: `${reference}-intake-1`, state: 'stopped' });
  const olly = await report.operator(at, 'an execution is stopped');
  const front = await olly.reads(findingInWords({ item: 'CASE', fault: 'NO_WORKFLOW' }).fault);
  const page = await olly.open(front, `${CASES_AT}/${reference}`);

  expect(page.body).toContain(`${reference}-intake-2`);
  expect(page.body).toContain(eventInWords('RESTARTED'));
  expect((await statusOf(at, reference)).status).toBe('IN_TRIAGE');
});

test('a document that is deleted is named, and the referrer is asked for it again', async () => {
  await breakDown(at, { service: 'lambda', function: 'CheckReferral', error: 'Runtime.ExitError' });
  const evidenceId = await upload(at);
  const sent = { ...bodyOf('C01', [evidenceId]), ...anotherChild() };
  const { reference } = await accepted(await post(at, sent));
  await breakDown(at, { bucket: 'EvidenceBucket', object: evidenceId, state: 'deleted' });
  const olly = await report.operator(at, 'a document is deleted');
  const list = await olly.follow(await olly.sees({ code: 'FILES_LOST', count: 1 }));
  const page = await olly.open(list, `${CASES_AT}/${reference}`);
  const email = await olly.open(page, '/emails/REFERRER_REQUEST');

  const done = await olly.press(email, { reason, what: 'LINK_RENEWED' });

  expect(done.body).toContain(putRightWhats.LINK_RENEWED);
  await move(at, { advance: 'PT2M' });
  const asked = (await mailsAbout(at, reference)).filter(({ text }) => text.includes('/referral/l/'));
  expect(asked.length).toBeGreaterThan(1);
  expect(await olly.historyOf(reference)).toContain(eventInWords('NOTICE_PUT_RIGHT'));
});

test('a key that is revoked is named on the console itself, and what failed meanwhile goes on', async () => {
  const olly = await report.operator(at, 'a key is revoked');
  await breakDown(at, { key: 'ServiceKey', use: 'revoked' });
  const page = await olly.get(CONSOLE_AT);
  expect([page.status, page.body.includes(brokenWords.refused)]).toEqual([503, true]);
  olly.found();
  await mend(at);

  expect((await olly.get(CONSOLE_AT)).status).toBe(200);
  const reference = await inTriage(at);
  expect((await statusOf(at, reference)).status).toBe('IN_TRIAGE');
});

test('a sweeper that is held is named first, and what is due is done once it runs', async () => {
  await breakDown(at, { sweeper: 'held' });
  const olly = await report.operator(at, 'the sweeper is held');
  await olly.sees({ code: 'SWEEPER_SILENT', count: 1 });
  await mend(at);
  await move(at, { advance: 'PT1M' });

  expect(await olly.seesNo('SWEEPER_SILENT')).toBe(true);
});

test('a clock that is two hours ahead is named, and the sweeper goes on under the right one', async () => {
  await breakDown(at, { function: 'Sweep', clock: 'ahead', by: 'PT2H' });
  const olly = await report.operator(at, 'a clock is wrong');
  await olly.sees({ code: 'CLOCK_AHEAD', count: 1 });
  // The alarm rings on this line.
  const log = readFileSync(join(at.data, 'lambda.log'), 'utf8');
  expect(log).toMatch(/"message":"clock-wrong".*"minutes":1(19|20)\b|"minutes":1(19|20)\b.*"message":"clock-wrong"/);
  await mend(at);
  await move(at, { advance: 'PT2M' });

  expect(await olly.seesNo('CLOCK_AHEAD')).toBe(true);
});

test('fifty cases that have stopped are put right in two presses, with a result each', async () => {
  await breakDown(at, { service: 'lambda', function: 'CheckReferral', error: 'Runtime.ExitError', times: ALWAYS });
  const evidenceId = await upload(at);
  const references: string[] = [];
  for (let n = 0; n < 50; n += 1) {
    const sent = { ...bodyOf('C01', [evidenceId]), ...anotherChild() };
    references.push((await accepted(await post(at, sent))).reference);
  }
  const olly = await report.operator(at, 'a queue fills');
  const list = await olly.follow(await olly.sees({ code: 'PARKED', count: 50 }));
  await mend(at);

  const done = await olly.press(list, { reason });

  expect(done.body).toContain(putRightWords.done(50, 50));
  expect(done.body.split(restartResults.RESTARTED)).toHaveLength(51);
  await move(at, { advance: 'PT5M' });
  const statuses = await Promise.all(references.map(async (one) => (await statusOf(at, one)).status));
  expect(statuses.filter((status) => status !== 'IN_TRIAGE')).toEqual([]);
}, 240_000);

test('a queue key that is wrong is corrected, and the front page says of which case', async () => {
  const reference = await inTriage(at);
  await breakDown(at, { item: { pk: `REF#${reference}`, sk: 'CASE' }, set: { workKey: 'NOWHERE' } });
  const olly = await report.operator(at, 'a queue key is wrong');
  const front = await olly.reads(findingInWords({ item: 'CASE', fault: 'KEYS' }).fault);
  const page = await olly.open(front, `${CASES_AT}/${reference}`);

  expect(page.status).toBe(200);
});

test('a link that has run out is found by the reference, and a new one is sent in its place', async () => {
  const mailbox = 'rings@example.org';
  const reference = await inTriage(at, { referrer: { ...Object(bodyOf('C01', []).referrer), email: mailbox } });
  const linksTo = async () =>
    (await mailsTo(at, mailbox)).flatMap(({ text }) => /\bhttp\S+\/referral\/l\/\S+/.exec(text)?.[0] ?? []);
  const [link = ''] = await until('the referrer has a link', async () =>
    (await linksTo()).length > 0 ? linksTo() : undefined,
  );
  const hash = createHash('sha256')
    .update(link.split('/l/')[1] ?? '')
    .digest('hex');
  const expiresAt = '2026-09-24T08:00:00.000Z';
  await breakDown(at, { item: { pk: `LINK#${hash}`, sk: 'LINK' }, set: { expiresAt, rowMore: { until: expiresAt } } });
  const olly = await report.operator(at, 'a link has run out');
  const found = await olly.find(reference);
  expect(found.body).toContain(caseWords.dead);
  olly.found();
  const email = await olly.open(found, '/emails/ACKNOWLEDGEMENT');

  await olly.press(email, { reason, what: 'LINK_RENEWED' });
  await move(at, { advance: 'PT2M' });

  const links = await linksTo();
  expect(links).toHaveLength(2);
  expect((await browser().get(links[1] ?? '')).body).toContain(reference);
  expect(await olly.historyOf(reference)).toContain(eventInWords('NOTICE_PUT_RIGHT'));
});
