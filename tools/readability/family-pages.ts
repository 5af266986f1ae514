import { createMemoryStores } from '#adapters/memory/stores.ts';
import { answerOffer } from '#application/support/answer-offer.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import type { FamilyAnswer } from '#domain/support/offer.ts';
import { httpHandler } from '#functions/http.ts';
import { anEntry } from '#test/contract/samples.ts';
import { browser, hidden } from '#test/http/browser.ts';
import { testClock, testLog, testRandom } from '#test/http/doubles.ts';
import { baseUrl, familyWorld, knows, pat } from '#test/http/family/world.ts';
import { neverCalled } from '#test/http/never.ts';
import { caseOnReceipt, linkFor, reference, storedReferral } from '#test/http/records.ts';
import { testConfig } from '#test/http/service-config.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { serveFamily } from '#web/family/serve.ts';
import { tellWords } from '#web/family/tell/words.ts';

type Page = readonly [name: string, html: string];

/** Every page that families open: the code, their own page, each thing they can tell or ask, and each answer to an offer. */
export async function familyPages(): Promise<Page[]> {
  const answers: readonly FamilyAnswer[] = ['ACCEPTED', 'LATER', 'DECLINED', 'CALL_ME'];
  const offers = await Promise.all(answers.map(offerPages));
  return [...(await ownPages()), ...offers.flat()];
}

/** The page of a family whose child waits, before and after it told or asked everything, and once all was answered. */
async function ownPages(): Promise<Page[]> {
  const world = await familyWorld();
  const { enter, code, at, newBrowser } = world;
  const pages: Page[] = [['code', (await newBrowser().get('/family')).body]];
  pages.push(['code, mistaken', (await newBrowser().post('/family', { code: '1' })).body]);
  await world.agree();
  const { using } = await enter(await code());
  pages.push(['page', (await using.get(at)).body]);
  for (const { at: what } of Object.values(tellWords)) {
    const path = `${at}/tell/${what}`;
    const form = await using.get(path);
    const own = { csrf: hidden(form, 'csrf'), id: hidden(form, 'id') };
    const bare = await using.post(path, own);
    pages.push([`tell ${what}`, form.body]);
    // Where words are optional, nothing is wrong without them.
    if (bare.status === 422) pages.push([`tell ${what}, mistaken`, bare.body]);
    await using.post(path, { ...own, words: 'As we said on the phone' });
  }
  pages.push(['page, told', (await using.get(at)).body]);
  for (const todo of await world.todos()) {
    const answer = { band: '', how: 'BY_PHONE', on: '2026-09-24', words: 'As we said', upheld: 'PARTLY' };
    await world.answer(todo, pat, answer);
  }
  pages.push(['page, answered', (await using.get(at)).body]);
  return pages.map(([name, body]) => [`family: ${name}`, body]);
}

/** What a family opens from the email of an offer: the link, the offer, and what follows this answer. */
async function offerPages(answer: FamilyAnswer): Promise<Page[]> {
  const stores = createMemoryStores();
  const { now } = testClock('2026-09-24T08:00:00.000Z');
  const moment = { now: now(), policyVersion: 1 };
  const mailbox = 'parent@example.org';
  const parents = [{ name: 'A. Parent', relationship: 'Mother', email: mailbox, parentalResponsibility: true }];
  const body = { ...referralExample, evidence: [], family: { ...referralExample.family, parents } };
  await stores.referrals.putReferral(storedReferral({ ...body, socialCare: undefined }));
  await stores.cases.createCase({ ...caseOnReceipt(), status: 'IN_SUPPORT', next: 'DONE', outbox: [] });
  const slot = { id: 'V1', pathway: 'HOME_VISITING', locality: 'Taunton', day: 'MONDAY', at: '09:30' };
  const support = offerMade(newSupport(reference, anEntry('1#a'), moment), moment, { id: 'O1', slot, by: pat });
  if (!support) throw new Error('No offer was made.');
  await stores.supports.createSupport(support);
  const { token, link } = linkFor('family', { purpose: 'OFFER', taskId: 'O1', to: 'FAMILY:0', mailbox });
  await stores.access.putLink(link);
  const deps = { ...stores, config: testConfig, policy: defaultPolicy, baseUrl, now, random: testRandom() };
  const service = serveFamily({ ...deps, ...neverCalled, answerOffer: answerOffer(deps) });
  const using = browser(httpHandler(telemetryOf(testLog()), service), baseUrl);
  const at = `/family/${reference}/offer`;
  const opened = await using.get(`/family/l/${token}`);
  await using.post(`/family/l/${token}`, knows);
  const offer = await using.get(at);
  const mistaken = await using.post(at, { csrf: hidden(offer, 'csrf') });
  const done = await using.post(at, { csrf: hidden(offer, 'csrf'), answer });
  const again = await using.get(at);
  const pages = { link: opened, offer, mistaken, [`answered ${answer}`]: done, again };
  return Object.entries(pages).map(([name, page]) => [`family, offer: ${name}`, page.body]);
}
