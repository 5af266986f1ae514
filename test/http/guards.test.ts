import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { newDraft } from '#domain/draft/change.ts';
import type { Role } from '#domain/people/person.ts';
import { seededId } from '#domain/people/seed.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { anEntry } from '#test/contract/samples.ts';
import { familyRoutes } from '#web/family/routes.ts';
import { formRoutes } from '#web/form/routes.ts';
import type { Route } from '#web/http/router.ts';
import { newFileId } from '#web/referral/files/own-file.ts';
import { referralRoutes } from '#web/referral/routes.ts';
import { sharedRoutes } from '#web/shared/routes.ts';
import { factRoutes } from '#web/staff/facts/routes.ts';
import { staffRoutes } from '#web/staff/routes.ts';
import { type Browser, hidden } from './browser.ts';
import { familyWorld, pat } from './family/world.ts';
import { referWorld } from './form/world.ts';
import { neverCalled } from './never.ts';
import {
  caseOnReceipt,
  checkedCase,
  linkFor,
  otherReference,
  reference,
  storedCheck,
  storedReferral,
  withTask,
} from './records.ts';
import { asked } from './referral/standings.ts';
import { referrerWorld } from './referral/world.ts';
import { advisory, sharedWorld } from './shared/world.ts';
import { accountWorld, everyRole } from './staff/account-world.ts';
import { taskId, triageWorld } from './staff/world.ts';
import { letIn, type Step, walk } from './walk.ts';

const alike = referenceFor('local', 'key-of-one-that-is-alike', 0);
const draft = 'AAAAAAAAAAAAAAAAAAAAAA';
const otherDraft = 'BBBBBBBBBBBBBBBBBBBBBB';
const TOO_LATE = 29 * 24 * 60;

type Visitor = 'someone without a session' | 'someone whose session and link have run out' | 'someone with another’s';
const strangers: readonly Visitor[] = [
  'someone without a session',
  'someone whose session and link have run out',
  'someone with another’s',
];

/** One audience: its routes behind a guard, a browser of each visitor, and how they walk. */
interface Audience {
  readonly routes: readonly Route[];
  /** What was read, and the record as it is now. */
  readonly state: () => Promise<unknown>;
  readonly refusal: number;
  readonly as: (visitor: Visitor | 'the one it is for') => Promise<Step[]>;
}

type StaffWorld = typeof triageWorld | typeof accountWorld;

async function staff(open: StaffWorld, account?: { roles: Role[]; idToken: string }): Promise<Audience> {
  const at = '2026-09-24T07:00:00.000Z';
  const joined = [{ reference: otherReference, referralOn: '2026-09-24', receivedAt: at, at }];
  const theCase = { ...withTask(checkedCase('TRIAGE'), 'TRIAGE'), joined };
  const referral = { earlyHelpAssessment: { evidenceId: 'uploaded-1' } };
  const world = await open({ theCase, referral, check: { ...storedCheck(), likeness: { child: 'a' } } });
  const stored = await world.stores.referrals.readReferral(reference);
  await world.stores.referrals.putReferral({ ...storedReferral(stored?.body), reference: otherReference });
  await world.stores.cases.createCase(caseOnReceipt(otherReference));
  await world.stores.cases.createCase(caseOnReceipt(alike));
  await world.stores.matches.noteMatch('a', alike);
  const facts = factRoutes(world.deps).filter(({ pattern }) => pattern.startsWith('/triage/'));
  const routes = [...staffRoutes(world.deps), ...facts];
  const strange = await world.putLink('of one who left', { to: 'PERSON:left', mailbox: 'left@example.org' });
  const [mailbox, otherTask] = ['triage-2@example.org', `${otherReference}-T1`];
  const toDigest = { purpose: 'TODAY', to: `PERSON:${seededId(mailbox)}`, mailbox } as const;
  const digest = await world.putLink('of a digest', toDigest);
  const strangeDigest = await world.putLink('of a digest of one who left', { ...toDigest, to: 'PERSON:left' });
  const sessionFor = async (using: Browser, of: string, task: string) =>
    letIn(
      using,
      world.deps,
      'STAFF',
      { mailbox, person: seededId(mailbox) },
      { reference: of, taskId: task, purpose: 'TASK' },
      account && { account },
    );
  return {
    routes,
    state: async () => [...world.readings, await world.stores.cases.readCase(reference)],
    refusal: 404,
    as: async (visitor) => {
      const using = world.newBrowser();
      if (visitor === 'someone with another’s') await sessionFor(using, otherReference, otherTask);
      if (/run out|is for/.test(visitor)) await sessionFor(using, reference, taskId);
      if (/run out/.test(visitor)) world.clock.advanceMinutes(TOO_LATE);
      const links = { task: tokenOf(visitor, world.second, strange), digest: tokenOf(visitor, digest, strangeDigest) };
      const file = { other: otherReference, index: '0', page: '1', place: '0' };
      const token = (pattern: string) => (pattern.startsWith('/staff/') ? links.digest : links.task);
      const other = (pattern: string) => (pattern.includes('/same/') ? { other: alike } : {});
      const values = (pattern: string) => ({ taskId, token: token(pattern), ...file, ...other(pattern) });
      return walk(routes, using, values, `/triage/tasks/${taskId}`);
    },
  };
}

async function otherService(): Promise<Audience> {
  const world = await sharedWorld({ earlyHelpAssessment: { evidenceId: 'uploaded-1' } });
  const routes = sharedRoutes(world.served);
  const strange = await world.putLink('of another service', { purpose: 'SHARED', mailbox: 'other@example.org' });
  return {
    routes,
    state: async () => [...world.readings, await world.theCase()],
    refusal: 404,
    as: async (visitor) => {
      const using = world.newBrowser();
      const of = visitor === 'someone with another’s' ? otherReference : reference;
      if (visitor !== 'someone without a session') {
        await letIn(using, world.deps, 'OTHER_SERVICE', { mailbox: advisory }, { reference: of, purpose: 'SHARED' });
      }
      if (/run out/.test(visitor)) world.clock.advanceMinutes(TOO_LATE);
      const token = tokenOf(visitor, world.token, strange);
      return walk(routes, using, () => ({ reference, token, index: '0', page: '1' }), `/shared/${reference}`);
    },
  };
}

async function referral(): Promise<Audience> {
  const stores = createMemoryStores();
  const readings: unknown[] = [];
  const recordReading = async (reading: unknown) => {
    readings.push(reading);
  };
  const watched = { ...stores, access: { ...stores.access, recordReading } };
  // A link to the status would not run out while the referral is open.
  const world = await referrerWorld(asked, 'ANSWER', undefined, {}, watched);
  const routes = referralRoutes({ ...world.service, ...neverCalled }).filter((one) => !isOfMailbox(one));
  const strange = await world.putLink('other@example.org');
  const mailbox = 'referrer01@example.org';
  const purposes = ['HANDOVER', 'RESUBMIT', 'FORWARD', 'STATUS'] as const;
  return {
    routes,
    state: async () => [...readings, await world.theCase()],
    refusal: 404,
    as: async (visitor) => {
      const token = tokenOf(visitor, world.token, strange);
      const of = visitor === 'someone with another’s' ? otherReference : reference;
      const steps: Step[] = [];
      for (const purpose of purposes) {
        const using = world.newBrowser();
        if (visitor !== 'someone without a session') {
          await letIn(using, world.service, 'REFERRER', { mailbox }, { reference: of, purpose });
        }
        if (/run out/.test(visitor)) world.clock.advanceMinutes(TOO_LATE);
        const own = routes.filter(({ pattern }) => purposeOf(pattern) === purpose);
        const tokenFrom = `/referral/${reference}/status/withdraw`;
        // A file that this very session sent: no other opens to anyone.
        const file = newFileId(world.service, hidden(await using.get(tokenFrom), 'csrf'));
        world.evidence.upload('local', file);
        const values = { reference, token, files: 'C'.repeat(22), file };
        steps.push(...(await walk(own, using, () => values, tokenFrom)));
      }
      return steps;
    },
  };
}

const isOfMailbox = ({ pattern }: Route) => pattern.startsWith('/referral/mine');
/** The pages behind a code from a mailbox; those before it show no record. */
const isBehindCode = ({ pattern }: Route) => /^\/referral\/mine\/(list|\{)/.test(pattern);

async function mailbox(): Promise<Audience> {
  const stores = createMemoryStores();
  const readings: unknown[] = [];
  const recordReading = async (reading: unknown) => {
    readings.push(reading);
  };
  const watched = { ...stores, access: { ...stores.access, recordReading } };
  const world = await referrerWorld(asked, 'STATUS', undefined, {}, watched);
  const routes = referralRoutes({ ...world.service, ...neverCalled }).filter(isBehindCode);
  return {
    routes,
    state: async () => [...readings, await world.theCase()],
    refusal: 303,
    as: async (visitor) => {
      const using = world.newBrowser();
      const holder = { mailbox: 'referrer01@example.org' };
      // The session of a link of the same mailbox lists nothing: its holder need not be the reader of the mailbox.
      const [grant, lists] = [{ reference, purpose: 'STATUS' } as const, visitor !== 'someone with another’s'];
      if (visitor !== 'someone without a session') {
        await letIn(using, world.service, 'REFERRER', holder, grant, { lists });
      }
      if (/run out/.test(visitor)) world.clock.advanceMinutes(TOO_LATE);
      return walk(routes, using, () => ({ reference }), `/referral/mine/${reference}`);
    },
  };
}

/** What a browser must have opened to see a page of a referral. A referrer who follows it also answers for it. */
function purposeOf(pattern: string): string {
  const part = pattern.split('/')[3]?.toUpperCase() ?? '';
  return ['HANDOVER', 'RESUBMIT', 'FORWARD'].includes(part) ? part : 'STATUS';
}

const OF_FAMILY = { mailbox: 'mother@example.org' };
const THEIRS = [
  { purpose: 'PAGE', taskId: 'P0N0' },
  { purpose: 'OFFER', taskId: 'O1' },
] as const;

async function family(): Promise<Audience> {
  const world = await familyWorld();
  const { stores, clock, deps } = world;
  const moment = { now: clock.now(), policyVersion: 1 };
  const slot = { id: 'G1', pathway: 'PORTAGE_GROUP', locality: 'Taunton', day: 'MONDAY', at: '10:10' } as const;
  const offered = offerMade(newSupport(reference, anEntry('1#a'), moment), moment, { id: 'O1', slot, by: pat });
  if (!offered) throw new Error('Nothing was offered.');
  await stores.supports.createSupport(offered);
  const [page, offer] = THEIRS.map((one) => linkFor(one.purpose, { ...one, ...OF_FAMILY, to: 'FAMILY:0' }));
  const strange = linkFor('of someone else', { ...THEIRS[0], to: 'FAMILY:0', mailbox: 'other@example.org' });
  if (!page || !offer) throw new Error('No links.');
  for (const { link } of [page, offer, strange]) await stores.access.putLink(link);
  const isBehindLink = ({ pattern }: Route) => pattern !== '/family';
  const routes = familyRoutes({ ...deps, ...neverCalled, answerOffer: neverCalled.askTeam }).filter(isBehindLink);
  // Leaving ends the session, so it comes last.
  routes.sort((one, next) => Number(one.pattern.endsWith('/close')) - Number(next.pattern.endsWith('/close')));
  return {
    routes,
    state: async () => [...(await stores.access.readingsOf(reference)), await world.theCase()],
    refusal: 404,
    as: async (visitor) => {
      const of = visitor === 'someone with another’s' ? otherReference : reference;
      const steps: Step[] = [];
      for (const grant of THEIRS) {
        const using = world.newBrowser();
        if (visitor !== 'someone without a session')
          await letIn(using, deps, 'FAMILY', OF_FAMILY, { reference: of, ...grant });
        if (/run out/.test(visitor)) clock.advanceMinutes(TOO_LATE);
        const isOfOffer = grant.purpose === 'OFFER';
        const own = routes.filter(({ pattern }) => /offer$|^\/family\/l/.test(pattern) === isOfOffer);
        const token = tokenOf(visitor, (isOfOffer ? offer : page).token, strange.token);
        const values = { reference, what: 'changed', token };
        steps.push(...(await walk(own, using, () => values, `/family/${reference}${isOfOffer ? '/offer' : ''}`)));
      }
      return steps;
    },
  };
}

const [DOCUMENT, ASSESSMENT] = ['D'.repeat(22), 'E'.repeat(22)];
const withFiles = {
  'evidence[0].evidenceId': DOCUMENT,
  'earlyHelpAssessment.attached': 'yes',
  'earlyHelpAssessment.evidenceId': ASSESSMENT,
};

/** The pages of the form that belong to one draft. */
const ofADraft = ({ pattern }: Route) => /\{(draft|token)\}/.test(pattern) && !pattern.endsWith('/again');

async function form(): Promise<Audience> {
  const world = referWorld();
  const { service, stores, clock } = world;
  const answers = { 'child.firstName': 'Poppy', 'evidence[0].title': 'A report', ...withFiles };
  await stores.drafts.saveDraft({ ...newDraft(draft, clock.now(), service.policy), answers });
  await stores.drafts.saveDraft(newDraft(otherDraft, clock.now(), service.policy));
  const { token: strange, link } = linkFor('no draft', { purpose: 'STATUS', reference: draft });
  const own = linkFor('draft', { purpose: 'DRAFT', reference: draft });
  await Promise.all([stores.access.putLink(link), stores.access.putLink(own.link)]);
  for (const file of [DOCUMENT, ASSESSMENT]) world.evidence.upload('form', file);
  const routes = formRoutes({ ...service, ...neverCalled }).filter(ofADraft);
  return {
    routes,
    state: async () => [...world.readings, await stores.drafts.readDraft(draft)],
    refusal: 403,
    as: async (visitor) => {
      const using = world.newBrowser();
      const of = visitor === 'someone with another’s' ? otherDraft : draft;
      if (visitor !== 'someone without a session') {
        await letIn(using, service, 'DRAFT', { mailbox: '' }, { reference: of, purpose: 'DRAFT' });
      }
      if (/run out/.test(visitor)) clock.advanceMinutes(TOO_LATE);
      const token = tokenOf(visitor, own.token, strange);
      const values = (pattern: string) => ({
        ...{ draft, token, entry: '1', from: 'check', page: pageOf(pattern) },
        file: pattern.includes('{entry}') ? DOCUMENT : ASSESSMENT,
      });
      return walk(routes, using, values, `/refer/${draft}/child`);
    },
  };
}

const pageOf = (pattern: string) =>
  pattern.includes('{entry}') ? 'evidence' : pattern.includes('/file') ? 'eha' : 'child';

function tokenOf(visitor: string, own: string, strange: string): string {
  if (visitor === 'someone without a session') return 'A'.repeat(43);
  return visitor === 'someone with another’s' ? strange : own;
}

const audiences = [
  ['staff', () => staff(triageWorld)],
  ['staff with work accounts', () => staff(accountWorld, { roles: [...everyRole], idToken: 'the-token' })],
  ['the other service', otherService],
  ['the referrer', referral],
  ['the list of a mailbox', mailbox],
  ['the family', family],
  ['a draft', form],
] as const;

const everyone = audiences.flatMap(([name, audience]) =>
  strangers.map((visitor) => [visitor, name, audience] as const),
);

test.each(everyone)('%s is refused on every route of %s, and sees no record', async (visitor, _name, audience) => {
  const { routes, as, state, refusal } = await audience();
  const before = await state();
  const steps = await as(visitor);
  expect(steps).toHaveLength(routes.length);
  const refusalOf = (where: string) => (where.includes('{token}') ? 404 : refusal);
  const admitted = steps.filter(
    ({ where, status, body }) => status !== refusalOf(where) || /Poppy|Testerfield|How does she play/.test(body),
  );
  expect(admitted.map(({ where, status }) => `${status} ${where}`)).toEqual([]);
  expect(await state()).toEqual(before);
});

test.each(audiences)(
  'every page of %s opens to the one it is for, so it is the guard that refuses',
  async (_name, audience) => {
    const steps = await (await audience()).as('the one it is for');
    const refused = steps.filter(({ where, status }) => where.startsWith('GET') && [403, 404].includes(status));
    expect(refused.map(({ where, status }) => `${status} ${where}`)).toEqual([]);
  },
);
