import { describe, expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { answerOffer } from '#application/support/answer-offer.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { notAnswered } from '#domain/support/answer.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import type { Support } from '#domain/support/support.ts';
import { httpHandler } from '#functions/http.ts';
import { anEntry } from '#test/contract/samples.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { linkWords } from '#web/family/link/words.ts';
import { offerWords } from '#web/family/offer/words.ts';
import { serveFamily } from '#web/family/serve.ts';
import { browser, hidden } from '../browser.ts';
import { testClock, testLog, testRandom } from '../doubles.ts';
import { neverCalled } from '../never.ts';
import { caseOnReceipt, linkFor, reference, storedReferral } from '../records.ts';
import { testConfig } from '../service-config.ts';

const baseUrl = 'http://localhost:8080';
const pat = personActor('pat', 'Pat Green', 'Service manager');
const mailbox = 'parent@example.org';
const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };
const slot = { id: 'V1', pathway: 'HOME_VISITING', locality: 'Taunton', day: 'MONDAY', at: '09:30' };
const offered = offerMade(newSupport(reference, anEntry('1#a'), moment), moment, { id: 'O1', slot, by: pat });
const [year = '', month = '', day = ''] = referralExample.child.dob.split('-');
const knows = { 'dob-day': day, 'dob-month': month, 'dob-year': year };

/** A family that was offered a weekly visit, with their link; `change` alters the support before anyone opens it. */
async function family(change: (support: Support) => Support | undefined = (same) => same) {
  const stores = createMemoryStores();
  const clock = testClock(moment.now);
  const log = testLog();
  const parents = [{ name: 'A. Parent', relationship: 'Mother', email: mailbox, parentalResponsibility: true }];
  const body = { ...referralExample, evidence: [], family: { ...referralExample.family, parents } };
  await stores.referrals.putReferral(storedReferral({ ...body, socialCare: undefined }));
  await stores.cases.createCase({ ...caseOnReceipt(), status: 'IN_SUPPORT', next: 'DONE', outbox: [] });
  const support = offered && change(offered);
  if (!support) throw new Error('No support.');
  await stores.supports.createSupport(support);
  const { token, link } = linkFor('family', { purpose: 'OFFER', taskId: 'O1', to: 'FAMILY:0', mailbox });
  await stores.access.putLink(link);
  const deps = { ...stores, config: testConfig, policy: defaultPolicy, baseUrl, now: clock.now, random: testRandom() };
  const service = serveFamily({ ...deps, ...neverCalled, answerOffer: answerOffer(deps) });
  const using = browser(httpHandler(telemetryOf(log), service), baseUrl);
  const at = `/family/${reference}/offer`;
  return {
    stores,
    deps,
    clock,
    using,
    at,
    link: `/family/l/${token}`,
    enter: () => using.post(`/family/l/${token}`, knows),
    send: async (fields: Record<string, string>) =>
      using.post(at, { csrf: hidden(await using.get(at), 'csrf'), ...fields }),
    support: async () => stores.supports.readSupport(reference),
  };
}

describe('the link of a family to an offer', () => {
  test('shows the reference and asks for the date of birth, and opening it does nothing (a scanner)', async () => {
    const one = await family();
    const before = JSON.stringify(await one.support());
    const answer = await one.using.get(one.link);

    expect(answer.status).toBe(200);
    expect(answer.body).toContain(reference);
    expect(answer.body).toContain(linkWords.legend);
    expect(answer.body).not.toContain(referralExample.child.firstName);
    expect(answer.body).not.toContain(offerWords.question);
    expect(JSON.stringify(await one.support())).toBe(before);
  });

  test('lets no one in with a wrong date of birth (hostile)', async () => {
    const one = await family();
    const answer = await one.using.post(one.link, { ...knows, 'dob-year': '2001' });

    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`${linkWords.wrong}. You have 4 tries left`);
    expect((await one.using.get(one.at)).status).toBe(404);
  });

  test('keeps what was typed, and marks the part of the date to correct', async () => {
    const one = await family();
    const answer = await one.using.post(one.link, { 'dob-day': '31', 'dob-month': '13', 'dob-year': '2024' });

    expect([answer.status, answer.body.match(/value="\d+"/g)]).toEqual([
      422,
      ['value="31"', 'value="13"', 'value="2024"'],
    ]);
    expect(answer.body.match(/aria-invalid="true"/g)).toHaveLength(1);
  });

  test('opens nothing once an email may no longer go to that adult, and looks as if it never was', async () => {
    const one = await family();
    const theCase = await one.stores.cases.readCase(reference);
    const said = { at: moment.now, by: pat, reason: 'He reads her email' };
    if (theCase) await one.stores.cases.saveCase({ ...theCase, version: theCase.version + 1, noFamilyEmail: said });

    expect((await one.using.get(one.link)).status).toBe(404);
  });
});

describe('an answer through the link', () => {
  test('stands at once', async () => {
    const one = await family();
    await one.enter();
    const answer = await one.send({ answer: 'ACCEPTED', more: 'Mornings are best' });

    expect(answer.body).toContain(offerWords.done);
    const support = await one.support();
    expect(support).toMatchObject({ status: 'ACCEPTED', offers: [{ answer: { what: 'ACCEPTED', way: 'LINK' } }] });
    expect(support?.history.at(-1)).toMatchObject({ event: 'OFFER_ANSWERED', text: 'Mornings are best' });
  });

  test('without a choice comes back with what was typed, and nothing is recorded (malformed)', async () => {
    const one = await family();
    await one.enter();
    const answer = await one.send({ more: 'We are away in May' });

    expect(answer.status).toBe(422);
    expect(answer.body).toContain(offerWords.choose);
    expect(answer.body).toContain('We are away in May');
    expect((await one.support())?.offers[0]?.answer).toBeUndefined();
  });

  test('of another site is refused (hostile)', async () => {
    const one = await family();
    await one.enter();

    expect((await one.using.post(one.at, { answer: 'ACCEPTED', csrf: 'forged' })).status).toBe(403);
    expect((await one.support())?.offers[0]?.answer).toBeUndefined();
  });

  test('after the deadline says whom to call, and is kept for the team (late)', async () => {
    const one = await family();
    await one.enter();
    const csrf = hidden(await one.using.get(one.at), 'csrf');
    const open = await one.support();
    const closed = open && notAnswered(open, moment);
    if (closed) await one.stores.supports.saveSupport({ ...closed, version: closed.version + 1 });
    const answer = await one.using.post(one.at, { csrf, answer: 'ACCEPTED', more: 'Sorry' });

    expect(answer.status).toBe(409);
    expect(answer.body).toContain(offerWords.lateTitle);
    expect(answer.body).toContain(testConfig.contact.phone);
    const support = await one.support();
    expect(support?.status).toBe('WAITING');
    expect(support?.history.at(-1)).toMatchObject({ event: 'OFFER_ANSWERED_LATE', answer: 'ACCEPTED', text: 'Sorry' });
  });

  test('at the same time as one by phone: one counts, the other is told which (a race)', async () => {
    const one = await family();
    await one.enter();
    const csrf = hidden(await one.using.get(one.at), 'csrf');
    await answerOffer(one.deps)(reference, { offer: 'O1', what: 'DECLINED', way: 'STAFF', by: pat });
    const answer = await one.using.post(one.at, { csrf, answer: 'ACCEPTED' });

    expect(answer.status).toBe(409);
    expect(answer.body).toContain(offerWords.firstTitle);
    expect((await one.support())?.offers[0]?.answer).toMatchObject({ what: 'DECLINED', way: 'STAFF' });
  });

  test('sent twice counts once and says so each time (twice)', async () => {
    const one = await family();
    await one.enter();
    const csrf = hidden(await one.using.get(one.at), 'csrf');
    const answers = [1, 2].map(() => one.using.post(one.at, { csrf, answer: 'LATER' }));

    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await one.support())?.history.filter(({ event }) => event === 'OFFER_ANSWERED')).toHaveLength(1);
  });
});
