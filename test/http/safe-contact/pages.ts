import { createMemoryStores } from '#adapters/memory/stores.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { answersOf } from '#web/form/body/read-body.ts';
import type { Answer } from '../browser.ts';
import { begin, fill, referWorld } from '../form/world.ts';
import { checkedCase, reference, storedReferral, withTask } from '../records.ts';
import { referrerWorld } from '../referral/world.ts';
import { redirected, sharedWorld } from '../shared/world.ts';
import { triageWorld } from '../staff/world.ts';
import { letIn } from '../walk.ts';
import { type Given, referralOf } from './given.ts';
import { caseOf, storeOther } from './store-family.ts';

/** A page, a print or a file, and who would read it. */
export interface Shown extends Pick<Answer, 'status' | 'body'> {
  readonly reader: 'OTHER_SERVICE' | 'COPY' | 'PAPER' | 'REFERRER' | 'AGENDA' | 'RECEIPT';
}

const as = (reader: Shown['reader'], { status, body }: Answer): Shown => ({ reader, status, body });
const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE');

/** Everything that someone outside the team, or who finds paper, could read of this family. */
export async function pagesOf(given: Given): Promise<Shown[]> {
  const each = [ofOtherService(given), ofMeeting(given), ofReferrer(given), ofForm(given)];
  return (await Promise.all(each)).flat();
}

async function ofOtherService(given: Given): Promise<Shown[]> {
  // What staff recorded since would hide that it may be shared, so it is shared first.
  const { signIn, stores } = await sharedWorld(referralOf(given), redirected);
  const shared = await stores.cases.readCase(reference);
  if (shared) await stores.cases.saveCase({ ...caseOf(given, shared), version: shared.version + 1 });
  await storeOther(stores, given);
  return [as('OTHER_SERVICE', await (await signIn()).get(`/shared/${reference}`))];
}

async function ofMeeting(given: Given): Promise<Shown[]> {
  const { deps, stores, newBrowser } = await triageWorld({
    theCase: caseOf(given, inTriage),
    referral: referralOf(given),
  });
  await storeOther(stores, given);
  const on = '2026-10-06';
  await deps.changeMeetings({ change: 'ADD', first: on, from: '09:30', until: '11:00' }, MACHINE);
  const using = newBrowser();
  const mailbox = 'triage-1@example.org';
  await letIn(using, deps, 'STAFF', { mailbox, person: seededId(mailbox) }, undefined);
  const at = `/staff/meetings/${on}`;
  const [agenda, pack, summary] = [at, `${at}/pack`, `${at}/pack/${reference}`].map((address) => using.get(address));
  if (!agenda || !pack || !summary) return [];
  return [as('AGENDA', await agenda), as('PAPER', await pack), as('PAPER', await summary)];
}

async function ofReferrer(given: Given): Promise<Shown[]> {
  const stores = createMemoryStores();
  await stores.referrals.putReferral(storedReferral(referralOf(given)));
  const world = await referrerWorld(caseOf(given, inTriage), 'STATUS', undefined, {}, stores);
  await storeOther(stores, given);
  const { using } = await world.visit();
  const at = `/referral/${reference}/status`;
  const pages = [at, `${at}/withdraw`, `${at}/hand-over`, `${at}/died`];
  return Promise.all(pages.map(async (address) => as('REFERRER', await using.get(address))));
}

async function ofForm(given: Given): Promise<Shown[]> {
  const { newBrowser, stores, clock } = referWorld();
  await stores.cases.createCase(caseOf(given, inTriage));
  await storeOther(stores, given);
  const using = newBrowser();
  const at = await begin(using);
  await fill(using, `${at}/risk`, { immediateRisk: 'no' });
  const draft = await stores.drafts.readDraft(at.split('/').at(-1) ?? '');
  if (!draft) return [];
  const sent = { reference, at: clock.now() };
  const answers = answersOf(referralOf(given));
  await stores.drafts.saveDraft({ ...draft, answers, sent, version: draft.version + 1 });
  return [as('COPY', await using.get(`${at}/copy`)), as('RECEIPT', await using.get(`${at}/receipt`))];
}
