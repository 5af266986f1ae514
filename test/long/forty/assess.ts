import { until } from '#test/system/until.ts';
import { assessmentAt } from '#web/staff/assessments/address.ts';
import type { Visit } from './families.ts';
import { type Staff, staffAt, textOf } from './hand.ts';
import type { Referred } from './referrals.ts';
import { PRACTITIONERS, typed } from './settings.ts';
import type { Walk } from './walk.ts';

const TIMES = ['9am', '11am', '2pm'] as const;
const FIRST_WEEK = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09'] as const;
const [KIM, SAM] = PRACTITIONERS;
const KIMS: readonly string[] = ['Taunton', 'Bridgwater'];

interface Booked {
  readonly family: Referred;
  readonly by: string;
  readonly on: string;
  readonly at: string;
}

/** When each family is visited for the first time: three a day for each of the two practitioners. */
export function firstVisits({ families }: Pick<Walk, 'families'>): Booked[] {
  const visited = families.filter(({ visit }) => visit !== 'NOT_BOOKED');
  const isKims = ({ sent }: Referred) => KIMS.includes(sent.body.locality);
  return [
    { by: KIM.name, those: visited.filter(isKims) },
    { by: SAM.name, those: visited.filter((family) => !isKims(family)) },
  ].flatMap(({ by, those }) =>
    those.map((family, n) => {
      const [on, at] = [FIRST_WEEK[Math.floor(n / TIMES.length)], TIMES[n % TIMES.length]];
      if (on === undefined || at === undefined) throw new Error('The week is full.');
      return { family, by, on, at };
    }),
  );
}

/** As the service manager: books a first visit for each child, and every family is told. */
export async function bookAll(walk: Walk): Promise<void> {
  await walk.nights.passTo('2026-09-30');
  await walk.nights.clock('09:00');
  for (const booked of firstVisits(walk)) await book(walk.manager, booked);
}

async function book(manager: Staff, { family, by, on, at }: Booked): Promise<void> {
  const page = await manager.open(assessmentAt(family.reference));
  const person = new RegExp(`value="(\\w+)"[^>]*>\\s*<label[^>]*>\\s*${by}`).exec(page.html)?.[1];
  if (person === undefined) throw new Error(`${by} cannot be booked for ${family.reference}: ${textOf(page)}`);
  await manager.fill(page, { change: 'BOOK', person, ...typed('on', on), at, place: 'HOME' });
}

const MISSES: ReadonlySet<Visit> = new Set(['NOT_BROUGHT_TWICE', 'NO_ACCESS_ONCE', 'FLAGGED_AND_MISSED']);

/** As the two practitioners: each records their own visits on the evening of the day. */
export async function visitAll(walk: Walk): Promise<void> {
  const { at, nights } = walk;
  const hands = new Map<string, Staff>(PRACTITIONERS.map(({ name, mailbox }) => [name, staffAt(at, mailbox)]));
  const visits = firstVisits(walk);
  for (const day of FIRST_WEEK) {
    await nights.passTo(day);
    await nights.clock('16:00');
    for (const { family, by, on } of visits) {
      const hand = hands.get(by);
      if (on !== day || !hand) continue;
      if (MISSES.has(family.visit)) await missed(hand, family);
      else await done(hand, family, family.visit);
    }
  }
}

async function done(hand: Staff, { reference }: Referred, outcome: string): Promise<void> {
  const page = await hand.open(assessmentAt(reference));
  const band = page.html.includes('name="band"') ? { band: '2' } : {};
  const agreed = outcome === 'ADVISORY_TEACHER' ? { agreed: 'yes' } : {};
  await hand.fill(page, { change: 'DONE', outcome, ...band, ...agreed, words: 'We saw the child at play' });
}

async function missed(hand: Staff, { reference, visit }: Referred): Promise<void> {
  const why = visit === 'NO_ACCESS_ONCE' ? 'NO_ACCESS' : 'NOT_BROUGHT';
  await hand.fill(await hand.open(assessmentAt(reference)), { change: 'MISSED', why });
}

/** The family of this kind of visit. */
function visited({ families }: Walk, visit: Visit): Referred {
  const family = families.find((one) => one.visit === visit);
  if (!family) throw new Error(`No family is ${visit}.`);
  return family;
}

/** On 12 October: where there is a safety concern one missed visit is enough for a person to be asked. The others are booked again. */
export async function bookMissedAgain(walk: Walk): Promise<void> {
  const { manager } = walk;
  const flagged = visited(walk, 'FLAGGED_AND_MISSED');
  await decideAfterMissed(manager, flagged, 'OFFER_AGAIN', 'The social worker saw the child on Friday');
  await book(manager, { family: flagged, by: KIM.name, on: '2026-10-14', at: '9am' });
  await book(manager, { family: visited(walk, 'NOT_BROUGHT_TWICE'), by: KIM.name, on: '2026-10-14', at: '11am' });
  await book(manager, { family: visited(walk, 'NO_ACCESS_ONCE'), by: SAM.name, on: '2026-10-14', at: '9am' });
}

/** On the evening of 14 October: two visits took place, and one child was not brought for the second time. */
export async function visitAgain(walk: Walk): Promise<void> {
  const [kim, sam] = [staffAt(walk.at, KIM.mailbox), staffAt(walk.at, SAM.mailbox)];
  await done(kim, visited(walk, 'FLAGGED_AND_MISSED'), 'HOME_VISITING');
  await missed(kim, visited(walk, 'NOT_BROUGHT_TWICE'));
  await done(sam, visited(walk, 'NO_ACCESS_ONCE'), 'HOME_VISITING');
}

/** On 15 October: a person decides what happens to the child who was not brought twice. */
export async function decideOnTwice(walk: Walk): Promise<void> {
  const twice = visited(walk, 'NOT_BROUGHT_TWICE');
  await decideAfterMissed(walk.manager, twice, 'ASK_REFERRER', 'The health visitor sees the family on Monday');
  await book(walk.manager, { family: twice, by: KIM.name, on: '2026-10-20', at: '2pm' });
}

/** On the evening of 20 October: the third visit took place. */
export async function visitThird(walk: Walk): Promise<void> {
  await done(staffAt(walk.at, KIM.mailbox), visited(walk, 'NOT_BROUGHT_TWICE'), 'PORTAGE_GROUP');
}

/** As the service manager: what happens after missed visits is decided by a person, from the page of today. */
async function decideAfterMissed(manager: Staff, { reference }: Referred, what: string, reason: string): Promise<void> {
  const page = await openTodo(manager, reference, 'AFTER_MISSED');
  await manager.fill(page, { what, reason });
}

/** Opens what is to be done about a referral from the page of today. */
export async function openTodo(hand: Staff, reference: string, kind: string) {
  const today = await until(`${reference} has ${kind}`, async () => {
    const page = await hand.open('/staff');
    return page.html.includes(`value="${reference}-${kind}`) ? page : undefined;
  });
  const [, open = ''] = new RegExp(`name="open" value="(${reference}-${kind}[^"]*)"`).exec(today.html) ?? [];
  return hand.fill(today, { open });
}
