import { describe, expect, test } from 'vitest';
import { changeTeam } from '#application/access/change-team.ts';
import { contactRecorded } from '#domain/case/corrected.ts';
import { familyEmailStopped } from '#domain/case/no-family-email.ts';
import { MACHINE, otherServiceActor } from '#domain/people/actor.ts';
import { callForLink } from '#web/access/shared-link.ts';
import { PAGE_NOT_FOUND } from '#web/layout/not-found.ts';
import { sharedWords } from '#web/shared/words.ts';
import { otherReference, reference } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { advisory, decided, decidedFor, redirected, sharedWorld } from './world.ts';

const REFERRER = 'referrer01@example.org';
const record = `/shared/${reference}`;
const DAY = 24 * 60;
const moment = { now: '2026-09-24T09:00:00.000Z', policyVersion: 1 };

describe('a referral that the parents agree to share', () => {
  test('is mailed to the other service as a link, without a name, and never twice', async () => {
    const { mailsTo, agree } = await sharedWorld();
    await Promise.all([agree({ reference, by: REFERRER }), agree({ reference, by: REFERRER })]);
    expect(mailsTo(advisory)).toHaveLength(1);
    expect(JSON.stringify(mailsTo(advisory))).not.toMatch(/Poppy|Testerfield/);
  });

  test('opens by link and code: the record, read only, every reading by the other service', async () => {
    const { signIn, readings, theCase } = await sharedWorld();
    const using = await signIn();
    const page = await using.get(record);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Poppy');
    expect(page.body).toContain(sharedWords.readOnly);
    expect(page.body).not.toContain('<form');
    const by = otherServiceActor(advisory);
    expect(readings).toEqual([
      { by, what: 'SESSION_OPENED' },
      { by, what: 'RECORD' },
    ]);
    expect((await theCase()).history.at(-1)).toMatchObject({ event: 'SHARED_RECORD_OPENED', by });
  });

  test('begins with what must be known before anyone contacts the family', async () => {
    const parents = [{ name: 'Ada Mother', phone: '01632 960101', parentalResponsibility: false }];
    const { signIn } = await sharedWorld({ family: { parents } });
    const { body } = await (await signIn()).get(record);
    const fact = body.indexOf('Ada Mother does not have it');
    expect(fact).toBeGreaterThan(body.indexOf(sharedWords.before));
    expect(fact).toBeLessThan(body.indexOf('Development by area'));
    for (const said of [sharedWords.howTo, '01632 960101']) expect(body).toContain(said);
  });

  test('of a flagged family says first to call us, and nothing of how to reach it, where it is or what was written', async () => {
    const parents = [{ name: 'Ada Mother', phone: '01632 960101', safeContact: 'Ring the grandmother only' }];
    const said = { family: { parents }, home: { address: '1 Example Road' }, story: { worrying: 'He lives in Chard' } };
    const { signIn } = await sharedWorld(said);
    const { body } = await (await signIn()).get(record);
    expect(body.indexOf(sharedWords.hidden)).toBeGreaterThan(body.indexOf(sharedWords.before));
    expect(body.indexOf(sharedWords.hidden)).toBeLessThan(body.indexOf('Development by area'));
    for (const secret of ['grandmother', '01632 960101', 'Example Road', 'Chard', 'TA1', sharedWords.next])
      expect(body).not.toContain(secret);
    expect(body).toContain('Ada Mother');
  });

  test('of a flagged family opens no document (hostile)', async () => {
    const { signIn, stores } = await sharedWorld({ earlyHelpAssessment: { evidenceId: 'uploaded-1' } });
    const using = await signIn();
    const opened = [`${record}/evidence/0`, `${record}/evidence/0/1`, `${record}/early-help-assessment`];
    const theCase = (await stores.cases.readCase(reference)) ?? expect.fail();
    const stopped = familyEmailStopped(theCase, moment, { reason: 'Unsafe', by: MACHINE }) ?? expect.fail();
    await stores.cases.saveCase({ ...stopped, version: theCase.version + 1 });
    for (const address of opened) expect((await using.get(address)).status).toBe(404);
    const { body } = await using.get(record);
    expect([body.includes(sharedWords.noEmail), body.includes('Unsafe')]).toEqual([true, false]);
  });

  test('shows the contact of today, and none that has changed', async () => {
    const parents = [{ name: 'Ada Mother', email: 'old@example.org' }];
    const { signIn, stores } = await sharedWorld({ family: { parents } });
    const theCase = (await stores.cases.readCase(reference)) ?? expect.fail();
    const contact = { place: 0, channel: 'EMAIL', value: 'new@example.org', reason: 'She rang', by: MACHINE } as const;
    await stores.cases.saveCase({ ...contactRecorded(theCase, moment, contact), version: theCase.version + 1 });
    const { body } = await (await signIn()).get(record);
    expect([body.includes('new@example.org'), body.includes('old@example.org')]).toEqual([true, false]);
  });

  test('opens its documents too, each a reading', async () => {
    const { signIn, readings } = await sharedWorld({ earlyHelpAssessment: { evidenceId: 'uploaded-1' } });
    const using = await signIn();
    const opened = [`${record}/evidence/0`, `${record}/evidence/0/1`, `${record}/early-help-assessment`];
    for (const address of opened) expect((await using.get(address)).status).toBe(303);
    expect(readings.map(({ what }) => what).slice(-3)).toEqual([
      'EVIDENCE_0',
      'EVIDENCE_0_PAGE_1',
      'EARLY_HELP_ASSESSMENT',
    ]);
    expect((await using.get(`${record}/evidence/9`)).status).toBe(404);
  });
});

describe('a referral that the triage team redirected to a service with a mailbox', () => {
  test('is mailed, opened and chased as one for a child who is too old', async () => {
    const { clock, mailsTo, follow, signIn } = await sharedWorld({}, decided);
    clock.advanceMinutes(10 * DAY);
    await follow();
    expect([mailsTo(advisory).length, mailsTo(REFERRER).length]).toEqual([2, 1]);
    expect((await (await signIn()).get(record)).body).toContain('Poppy');
    expect(mailsTo(REFERRER)).toHaveLength(2);
  });

  test('is mailed with why, and shows that service no word of the decision', async () => {
    const { mailsTo, signIn } = await sharedWorld({}, decided);
    expect(mailsTo(advisory)[0]?.text).toContain('decided that your service fits better');
    expect(mailsTo(advisory)[0]?.text).not.toContain('age limit');
    expect((await (await signIn()).get(record)).body).not.toContain('They know her nursery');
  });

  test.each([
    ['whose name was typed', decidedFor({ code: 'OTHER', name: 'A hub' })],
    ['whose code is of a later release', decidedFor({ code: 'SPEECH_THERAPY' })],
    ['that people chose none for', { ...redirected, outcome: 'REDIRECT' }],
    ['of a child who has died', { ...decided, status: 'WITHDRAWN', outcome: 'WITHDRAWN' }],
  ] as const)('is mailed to no one where it is one %s', async (_which, theCase) => {
    const { mailer } = await sharedWorld({}, theCase);
    expect(mailer.sent).toEqual([]);
  });
});

describe('a mail scanner (hostile)', () => {
  test('that opens the link ten times and presses its button sees no record, and it counts as unopened', async () => {
    const { newBrowser, token, theCase, readings } = await sharedWorld();
    const using = newBrowser();
    for (let n = 0; n < 10; n += 1) expect((await using.get(`/shared/l/${token}`)).body).not.toContain('Poppy');
    expect((await using.post(`/shared/l/${token}`)).body).not.toContain('Poppy');
    expect((await using.get(record)).status).toBe(404);
    expect((await theCase()).shared?.openedAt).toBeUndefined();
    expect(readings).toEqual([]);
  });

  test('with a wrong code is let in nowhere, and is told how many tries are left', async () => {
    const { newBrowser, token, lastCode } = await sharedWorld();
    const using = newBrowser();
    await using.post(`/shared/l/${token}`);
    const wrong = lastCode() === '000000' ? '111111' : '000000';
    expect((await using.post(`/shared/l/${token}/code`, { code: wrong })).status).toBe(422);
    expect((await using.get(record)).status).toBe(404);
  });
});

describe('the referrer is told', () => {
  test('once when it was opened, however often it is read', async () => {
    const { signIn, mailsTo, follow } = await sharedWorld();
    await signIn();
    await signIn();
    await follow();
    const told = mailsTo(REFERRER);
    expect(told).toHaveLength(1);
    expect(told[0]?.subject).toContain(reference);
    expect(told[0]?.text).toMatch(/\/referral\/l\/[\w-]{43}\s/);
  });

  test('after 3 working days that it was not, and the other service is reminded once', async () => {
    const { clock, mailsTo, follow, signIn } = await sharedWorld();
    for (let day = 0; day < 20; day += 1) {
      await follow();
      clock.advanceMinutes(DAY);
    }
    expect(mailsTo(advisory)).toHaveLength(2);
    expect(mailsTo(REFERRER)).toHaveLength(1);
    await signIn();
    expect(mailsTo(REFERRER)).toHaveLength(2);
  });
});

describe('a link', () => {
  test.each([
    ['unknown', undefined],
    ['of staff', { mailbox: advisory }],
    ['of a referrer', { purpose: 'STATUS', mailbox: REFERRER }],
    ['to another mailbox', { purpose: 'SHARED', mailbox: 'someone@example.org' }],
    ['to a referral that is not there', { purpose: 'SHARED', mailbox: advisory, reference: otherReference }],
  ] as const)('that is %s looks like one that has run out', async (what, patch) => {
    const { newBrowser, putLink } = await sharedWorld();
    const token = patch ? await putLink(what, patch) : 'A'.repeat(43);
    const pages = [await newBrowser().get(`/shared/l/${token}`), await newBrowser().post(`/shared/l/${token}`)];
    for (const page of pages) expect([page.status, page.body]).toEqual([404, expect.stringContaining(PAGE_NOT_FOUND)]);
  });

  test('runs out after 28 days, and with it what it had opened', async () => {
    const { clock, newBrowser, token, signIn } = await sharedWorld();
    const using = await signIn();
    clock.advanceMinutes(29 * DAY);
    const pages = [await newBrowser().get(`/shared/l/${token}`), await using.get(record)];
    const whom = callForLink(testConfig.contact);
    for (const page of pages) expect([page.status, page.body]).toEqual([404, expect.stringContaining(whom)]);
  });

  test('opens nothing once the service manager has given the service another mailbox', async () => {
    const { signIn, deps, stores, token, newBrowser } = await sharedWorld();
    const using = await signIn();
    const set = { duty: testConfig.dutyMailbox, advisoryTeachers: 'moved@example.org' };
    await changeTeam({ ...deps, team: stores.team })({ change: 'MAILBOXES', ...set }, MACHINE);
    expect((await using.get(record)).status).toBe(404);
    expect((await newBrowser().get(`/shared/l/${token}`)).status).toBe(404);
  });

  test('opens no other referral, and nothing once the service has another mailbox', async () => {
    const { signIn, stores, theCase, token, browserAt } = await sharedWorld();
    await stores.cases.createCase({ ...(await theCase()), reference: otherReference, version: 1 });
    const moved = browserAt('moved@example.org');
    const using = await signIn();
    expect((await using.get(`/shared/${otherReference}`)).status).toBe(404);
    for (const [name, value] of using.jar) moved.jar.set(name, value);
    expect((await moved.get(record)).status).toBe(404);
    expect((await moved.get(`/shared/l/${token}`)).status).toBe(404);
  });
});
