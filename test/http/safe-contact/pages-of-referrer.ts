import { createMemoryStores } from '#adapters/memory/stores.ts';
import { readStatus } from '#application/intake/read-status.ts';
import type { Case } from '#domain/case/case.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { referrerActor } from '#domain/people/actor.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import { answersOf } from '#web/form/body/read-body.ts';
import { formRoutes } from '#web/form/routes.ts';
import type { Route } from '#web/http/router.ts';
import { referralRoutes } from '#web/referral/routes.ts';
import { begin, fill, referWorld } from '../form/world.ts';
import { neverCalled } from '../never.ts';
import { reference, storedReferral } from '../records.ts';
import { asked, declined, inTriage, onList, stopped } from '../referral/standings.ts';
import { referrerWorld } from '../referral/world.ts';
import { letIn } from '../walk.ts';
import type { Broken } from './emails.ts';
import { type Given, referralOf } from './given.ts';
import { open, type PagesOf, type Shown } from './opened.ts';
import type { PageReader } from './readers.ts';
import { caseOf, storeOther } from './store-family.ts';

const mailbox = 'referrer01@example.org';
const by = referrerActor(mailbox);
const asks = { id: 'H1', name: 'A. Colleague', role: 'GP', email: mailbox, by: mailbox, askedAt: inTriage.updatedAt };
const handedOver: Case = { ...inTriage, handOver: { ...asks, expiresAt: '2026-10-22T10:00:00.000Z' } };

/** A case for each page that a referrer has, with the purpose of the link that opens it. */
type Standing = readonly [Case, LinkPurpose];
const standings: readonly Standing[] = [
  [inTriage, 'STATUS'],
  [declined, 'STATUS'],
  [onList(), 'STATUS'],
  [withdrawn(inTriage, { now: inTriage.updatedAt, policyVersion: 1 }, { reason: 'Moved', by }) ?? inTriage, 'STATUS'],
  [asked, 'ANSWER'],
  [handedOver, 'HANDOVER'],
  [stopped('REDIRECTED_EY_ADVISORY', 'AGE_OVER_3_0'), 'FORWARD'],
  [stopped('NOT_ACCEPTED_NO_EVIDENCE', 'NO_ASSESSMENT_EVIDENCE_INCLUDED'), 'RESUBMIT'],
];

/** What a browser must have opened to see a page of a referral. */
function purposeOf(pattern: string): LinkPurpose {
  if (pattern.includes('/answer')) return 'ANSWER';
  if (pattern.endsWith('/handover')) return 'HANDOVER';
  if (pattern.endsWith('/forward')) return 'FORWARD';
  return pattern.endsWith('/resubmit') ? 'RESUBMIT' : 'STATUS';
}

export const ofReferrer: PagesOf = async (given, broken, wanted) => {
  const pages = await Promise.all(standings.map((standing) => ofStanding(given, broken, wanted, standing)));
  return pages.flat();
};

async function ofStanding(
  given: Given,
  { stores: breaking }: Broken,
  wanted: readonly PageReader[],
  [theCase, purpose]: Standing,
): Promise<Shown[]> {
  const whole = createMemoryStores();
  const stores = breaking?.(whole) ?? whole;
  await stores.referrals.putReferral(storedReferral(referralOf(given)));
  const standing = caseOf(given, theCase);
  const world = await referrerWorld(standing, purpose, undefined, {}, stores);
  await storeOther(stores, given);
  await world.noteFollowers(standing, addresseesOf(referralOf(given)));
  const using = world.newBrowser();
  const taskId = theCase.handOver?.id ?? theCase.task?.id;
  const about = purpose !== 'STATUS' && taskId !== undefined ? { taskId } : {};
  await letIn(using, world.service, 'REFERRER', { mailbox }, { reference, purpose, ...about }, { lists: true });
  const routes = referralRoutes({ ...world.service, ...neverCalled });
  const own = routes.filter(({ pattern }) => purposeOf(pattern) === purpose);
  const values = { reference, token: world.token, files: 'C'.repeat(22), file: 'C'.repeat(22) };
  const status = await readStatus(stores)({ caller: 'local', reference });
  if (!wanted.includes('REFERRER')) return open(own, wanted, using, values);
  const api: Shown = { where: 'GET /v1/referrals', status: 200, body: JSON.stringify(status), reader: 'REFERRER' };
  return [...(await open(own, wanted, using, values)), api];
}

export const ofForm: PagesOf = async (given, { stores: breaking }, wanted) => {
  const whole = createMemoryStores();
  const { newBrowser, stores, clock } = referWorld(undefined, undefined, breaking?.(whole) ?? whole);
  await stores.cases.createCase(caseOf(given, inTriage));
  await storeOther(stores, given);
  const using = newBrowser();
  const at = await begin(using);
  await fill(using, `${at}/risk`, { immediateRisk: 'no' });
  const id = at.split('/').at(-1) ?? '';
  const draft = await stores.drafts.readDraft(id);
  if (!draft) return [];
  const sent = { reference, at: clock.now() };
  const answers = answersOf(referralOf(given));
  await stores.drafts.saveDraft({ ...draft, answers, sent, version: draft.version + 1 });
  return open(formPages(), wanted, using, { draft: id });
};

/** Every page of the form, which who types it reads, but for what is taken from it. */
function formPages(): Route[] {
  return formRoutes({ ...referWorld().service, ...neverCalled });
}
