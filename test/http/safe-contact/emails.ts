import { createLetterRenderer, createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryMailer } from '#adapters/memory/mailer.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { changeTeam } from '#application/access/change-team.ts';
import { readTeam } from '#application/access/read-team.ts';
import { doFacts } from '#application/intake/do-facts.ts';
import { recordFamilyEmail } from '#application/intake/record-family-email.ts';
import { recordResponsibility } from '#application/intake/record-responsibility.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { readFamily } from '#application/read-family.ts';
import { confirmChannel } from '#application/todos/confirm-channel.ts';
import { lettersToPrint } from '#application/todos/letters-to-print.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { RenderNotice } from '#domain/notices/facts.ts';
import { digestAfter } from '#domain/notices/hold.ts';
import type { NoticeMoment } from '#domain/notices/plan.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock, testLog, testRandom } from '../doubles.ts';
import { checkedCase, reference, storedReferral, withTask } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { type Given, NEW_MAILBOX, referralOf, whereabouts } from './given.ts';
import { caseOf, first, second, storeOther } from './store-family.ts';

/** What is wrong on purpose, so that a leak must be found. */
export interface Broken {
  readonly stores?: (stores: Stores) => Stores;
  readonly render?: (render: RenderNotice) => RenderNotice;
}

const list = {
  ...{ pathway: 'INITIAL_ASSESSMENT', locality: whereabouts.town, acceptedOn: '2026-09-24', targetOn: '2027-03-24' },
  ...{ suggestedBand: 1, band: null, order: '' },
} as const;
const onList = { status: 'ON_WAITING_LIST', outcome: 'ACCEPT_INITIAL_ASSESSMENT', list } as const;

/** Each case in which a family, its referrer or staff are written to, and when. */
const standings: readonly (readonly [object, readonly NoticeMoment[]])[] = [
  [{}, ['RECEIVED', 'FAMILY_RECEIPT', 'TASK_OPENED', 'PARKED', 'CHECKED_AGAIN']],
  [onList, ['OUTCOME', 'FAMILY_CAME_BACK']],
  [{ status: 'DECLINED', outcome: 'DECLINE' }, ['OUTCOME', 'FAMILY_ENDED', 'FAMILY_UNTOLD', 'FAMILY_CAME_BACK']],
  [{ status: 'REDIRECTED', outcome: 'REDIRECTED_EY_ADVISORY' }, ['OUTCOME', 'FAMILY_ENDED', 'SHARED']],
];

/** Every email that is sent of this family, digests included, and every letter that may be printed. */
export async function emailsOf(given: Given, { stores: breaking, render: wording }: Broken = {}) {
  const sent: { readonly to: string; readonly text: string }[] = [];
  for (const [standing, moments] of standings) {
    const world = await worldOf(given, standing, { stores: breaking, render: wording });
    await world.makeSafe();
    const theCase = (await world.stores.cases.readCase(reference)) ?? world.theCase;
    for (const moment of moments) await world.send(moment, theCase);
    await world.nextMorning();
    sent.push(...(await world.letters()));
    sent.push(...world.post.sent.map(({ to, subject, text, html }) => ({ to, text: `${subject}\n${text}\n${html}` })));
  }
  return sent;
}

async function worldOf(
  given: Given,
  standing: object,
  {
    stores: breaking = (stores) => stores,
    render: wording = (render) => render,
  }: { [K in keyof Broken]: Broken[K] | undefined },
) {
  const stores = breaking(createMemoryStores());
  const clock = testClock('2026-09-24T09:00:00.000Z');
  const post = createMemoryMailer();
  const body = referralOf(given);
  const theCase = caseOf(given, {
    ...withTask(checkedCase('TRIAGE'), 'TRIAGE'),
    triageSince: clock.now(),
    ...standing,
  });
  await stores.referrals.putReferral(storedReferral(body));
  await stores.cases.createCase(theCase);
  await storeOther(stores, given);
  const common = { config: testConfig, policy: defaultPolicy, baseUrl: 'http://localhost:8080', log: testLog() };
  const own = { ...stores, ...common, random: testRandom(), now: clock.now, mailer: post };
  const deps = { ...own, render: wording(createNoticeRenderer()) };
  const town = { day: 'MONDAY', from: '10:10', until: '11:30', venue: whereabouts.venue };
  await changeTeam(deps)({ change: 'TOWN', town: whereabouts.town, ...town }, MACHINE);
  const service = { ...deps, sendNotices: sendNotices(deps) };
  return {
    ...{ stores, post, theCase },
    send: (moment: NoticeMoment, now: typeof theCase) => sendNotices(deps)(moment, now, addresseesOf(body)),
    /** Each letter that may be printed now, under the name of its adult. */
    letters: async () => {
      const now = (await stores.cases.readCase(reference)) ?? theCase;
      // Without email addresses: then each who may be written to gets a letter.
      const parents = body.family.parents.map(({ email: _, ...adult }) => adult);
      const family = await readFamily(deps, now, addresseesOf({ ...body, family: { parents } }));
      const about = { todo: { why: 'LISTED' }, theCase: now, family, child: 'Poppy', team: await readTeam(deps)() };
      const letters = lettersToPrint({ ...deps, renderLetter: createLetterRenderer() }, about);
      return letters.map(({ to, html }) => ({ to, text: html }));
    },
    makeSafe: () => makeSafe(service, clock, given),
    nextMorning: async () => {
      clock.advanceMinutes((Date.parse(digestAfter(clock.now(), defaultPolicy)) - Date.parse(clock.now())) / 60_000);
      for (const due of await stores.indexes.due('NOTICE', clock.now(), 100)) {
        if ('noticeId' in due) await settleNotice(deps)(due.reference, due.noticeId);
      }
    },
  };
}

type Service = Parameters<typeof doFacts>[0] & Parameters<typeof confirmChannel>[0] & Pick<Stores, 'todos'>;

/** Two people find an email to the first adult safe, where they do, and then what happens after it. */
async function makeSafe(
  deps: Service,
  clock: ReturnType<typeof testClock>,
  { confirmed, change }: Given,
): Promise<void> {
  const { recordChannel, recordContact, recordMayHear } = doFacts(deps);
  const said = { reference, by: first, parent: '0', reason: 'She told us' };
  if (confirmed) {
    await recordChannel({ ...said, channel: 'EMAIL', on: '2026-12-24' });
    for (const todo of await deps.todos.todosOf(reference)) await confirmChannel(deps)(todo, second);
  }
  if (change === 'NEW_CONTACT') await recordContact({ ...said, channel: 'EMAIL', value: NEW_MAILBOX });
  if (change === 'RESPONSIBILITY') await recordResponsibility(deps)({ ...said, holds: 'YES', mayEmail: 'yes' });
  const someone = { agreed: [0], agreedName: '', agreedRole: '', told: [0], toldName: '', toldRole: '' };
  if (change === 'MAY_HEAR') await recordMayHear({ reference, by: first, reason: 'She told us', ...someone });
  if (change === 'STOPPED_AND_ALLOWED') {
    for (const isAllowed of [false, true])
      await recordFamilyEmail(deps)({ reference, by: first, isAllowed, reason: 'He reads it' });
  }
  if (change === 'FOUR_MONTHS') clock.advanceMinutes(122 * 24 * 60);
}
