import { createLetterRenderer, createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { changeTeam } from '#application/access/change-team.ts';
import { readTeam } from '#application/access/read-team.ts';
import { deliverNotice } from '#application/notices/deliver.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { readFamily } from '#application/read-family.ts';
import { lettersToPrint } from '#application/todos/letters-to-print.ts';
import type { Case } from '#domain/case/case.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { RenderNotice } from '#domain/notices/facts.ts';
import { digestAfter } from '#domain/notices/hold.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import type { NoticeMoment } from '#domain/notices/plan.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { newTodo, TRIAGERS } from '#domain/people/todo.ts';
import type { Email } from '#domain/ports/services.ts';
import { withSaid } from '#domain/safe-contact/family-facts.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { reference } from '../../unit/application/notices/sample.ts';
import { testClock, testLog, testRandom } from '../doubles.ts';
import { checkedCase, storedReferral } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { type Given, referralOf, whereabouts } from './given.ts';
import { FOUR_MONTHS, makeSafe } from './make-safe.ts';
import { besides, type Standing, standings } from './standings.ts';
import { caseOf, storeOther } from './store-family.ts';

/** What is wrong on purpose, so that a leak must be found. */
export interface Broken {
  readonly stores?: (stores: Stores) => Stores;
  readonly render?: (render: RenderNotice) => RenderNotice;
}

/** Words are made once: a renderer reads its templates when it first needs them. */
const [renderNotice, renderLetter] = [createNoticeRenderer(), createLetterRenderer()];

/** An email or a letter that someone reads, and the kind of it. */
export interface Read {
  readonly to: string;
  readonly kind: NoticeKind;
  readonly text: string;
}

/** Every email that is sent of this family, digests included, and every letter that may be printed. */
export async function emailsOf(given: Given, broken: Broken = {}): Promise<Read[]> {
  // What people recorded is the same however the case stands, so it is recorded once.
  const { theCase, stores, makeSafe } = await worldOf(given, checkedCase('TRIAGE'), broken);
  await makeSafe();
  const said = (await stores.cases.readCase(reference)) ?? theCase;
  const read: Read[] = [];
  for (const standing of standings) read.push(...(await readIn(given, standing, said, broken)));
  return read;
}

async function readIn(
  given: Given,
  { theCase, moments, kinds, printed, ...standing }: Standing,
  said: Case,
  broken: Broken,
): Promise<Read[]> {
  const world = await worldOf(given, theCase, broken, said);
  const support = standing.support && atVenue(standing.support);
  if (support) await world.stores.supports.createSupport(support);
  for (const moment of moments) await world.send(moment);
  for (const kind of kinds) await world.sendAlone(kind);
  await world.nextMorning();
  return [...world.read, ...(await world.letters(printed, support))];
}

/** The same support, with the word for where a group meets in each offer. */
export function atVenue(support: Support): Support {
  const where = { venue: whereabouts.venue, access: whereabouts.venue };
  return { ...support, offers: support.offers.map((offer) => ({ ...offer, slot: { ...offer.slot, where } })) };
}

async function worldOf(given: Given, standing: Case, { stores: breaking, render: wording }: Broken, said?: Case) {
  const whole = createMemoryStores();
  const stores = breaking?.(whole) ?? whole;
  const clock = testClock('2026-09-24T09:00:00.000Z');
  if (said && given.change === 'FOUR_MONTHS') clock.advanceMinutes(FOUR_MONTHS);
  const read: Read[] = [];
  const worded = wording?.(renderNotice) ?? renderNotice;
  let last: NoticeKind = 'TEAM_DIGEST';
  const render: RenderNotice = (kind, facts) => {
    last = kind;
    return worded(kind, facts);
  };
  const mailer = {
    send: async ({ to, subject, text, html }: Email) => {
      read.push({ to, kind: last, text: `${subject}\n${text}\n${html}` });
      return { messageId: `m${read.length}` };
    },
  };
  const body = referralOf(given);
  const before = caseOf(given, { ...withWords(standing), reference });
  const theCase = said ? withSaid(before, said) : before;
  await stores.referrals.putReferral({ ...storedReferral(body), reference });
  await stores.cases.createCase(theCase);
  await storeOther(stores, given);
  const common = { config: testConfig, policy: defaultPolicy, baseUrl: 'http://localhost:8080', log: testLog() };
  const deps = { ...stores, ...common, random: testRandom(), now: clock.now, mailer, render };
  const town = { day: 'MONDAY', from: '10:10', until: '11:30', venue: whereabouts.venue };
  await changeTeam(deps)({ change: 'TOWN', town: whereabouts.town, ...town }, MACHINE);
  const family = async (now: Case) => readFamily(deps, now, addresseesOf(body));
  const sendAlone = async (kind: NoticeKind, to?: string, taskId?: string) => {
    const { link, addressee } = noticeTable[kind];
    const referral = await family(theCase);
    const audience = { theCase, referral, staff: staffOn(await readTeam(deps)(), londonDateOf(clock.now())) };
    const todo = { ...newTodo({ reference, kind: 'CONFIRM_BAND', cause: 'LISTED', ...todoPart(clock.now()) }) };
    await stores.todos.createTodo(todo);
    for (const whom of to === undefined ? addressee(audience) : [to]) {
      const id = `${kind}-ALONE-${whom}`.replace(/[^A-Za-z0-9_-]/g, '-');
      const owed = { id, kind, to: whom, taskId: taskId ?? todo.id, ...(link && { link }) };
      await deliverNotice(deps, owed, { reference, theCase, referral, ...besides });
    }
  };
  return {
    ...{ stores, read, theCase, sendAlone },
    /** What is due. What waits for a digest goes without waiting too, once for each kind: a later release may send it so. */
    send: async (moment: NoticeMoment) => {
      const sent = await sendNotices(deps)(moment, theCase, addresseesOf(body));
      const held = new Map(sent.flatMap(({ owed }) => (owed.hold === undefined ? [] : [[owed.kind, owed] as const])));
      for (const { kind, to, taskId } of held.values()) await sendAlone(kind, to, taskId);
    },
    /** Each letter that may be printed now, under the name of its adult. */
    letters: async (printed: readonly NoticeKind[], support: Support | undefined) => {
      const about = { theCase, support, family: await family(theCase), child: 'Poppy', team: await readTeam(deps)() };
      return printed.flatMap((kind) => {
        const { why = '' } = noticeTable[kind].todo ?? {};
        const letters = lettersToPrint({ ...deps, renderLetter }, { ...about, todo: { why } });
        return letters.map(({ to, html }): Read => ({ to, kind, text: html }));
      });
    },
    makeSafe: () => makeSafe({ ...deps, sendNotices: sendNotices(deps) }, clock, given, reference),
    nextMorning: async () => {
      clock.advanceMinutes((Date.parse(digestAfter(clock.now(), defaultPolicy)) - Date.parse(clock.now())) / 60_000);
      for (const due of await stores.indexes.due('NOTICE', clock.now(), 100)) {
        if ('noticeId' in due) await settleNotice(deps)(due.reference, due.noticeId);
      }
    },
  };
}

/** The same case with what the team wrote to the family, which an email never holds and a letter may. */
function withWords(theCase: Case): Case {
  const at = '2026-09-24T08:00:00.000Z';
  const decided = { outcome: theCase.outcome ?? 'DECLINE', at, ...theCase.lastDecision };
  return { ...theCase, lastDecision: { ...decided, message: `${whereabouts.message} at ${whereabouts.venue}` } };
}

const todoPart = (openedAt: string) => ({ for: TRIAGERS, why: 'LISTED', openedAt, due: openedAt });
