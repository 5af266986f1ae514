import { statusWhen } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { codesTo, FIRST, linkTo, SECOND } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { type Fields, type Hand, handAt, type Page } from './hand.ts';
import { referAgain } from './referrals.ts';
import { onRoad, referencesOf, type Walk } from './walk.ts';

const MET = { meetingOn: '2026-09-29', present: 'Rowan Hale, Marian Oake' };
const BY = { deciderName: 'Rowan Hale', deciderRole: 'Portage practitioner' };

/** Someone of the triage team at their own browser, as it stays open through a meeting. */
export function triagerAt(at: Service, mailbox: string) {
  const hand = handAt(at);
  return {
    /** Decides through the emailed link: the preview first, then the decision itself. */
    decide: async (reference: string, fields: Fields) => decide(at, hand, mailbox, reference, fields),
  };
}

async function decide(at: Service, hand: Hand, mailbox: string, reference: string, fields: Fields): Promise<void> {
  const page = await openTask(at, hand, mailbox, reference);
  const met = page.html.includes('name="meetingOn"') && 'reason' in fields ? MET : {};
  const preview = await hand.fill(page, { ...BY, ...met, ...fields });
  const done = preview.html.includes('name="confirm"') ? await hand.fill(preview, { confirm: '1' }) : preview;
  if (!done.heading.startsWith('Decided')) throw new Error(`The decision on ${reference} led to "${done.heading}".`);
}

/** Follows the link of the email, and shows whose mailbox it is where the browser has not done so. */
async function openTask(at: Service, hand: Hand, mailbox: string, reference: string): Promise<Page> {
  const link = await linkTo(at, reference, mailbox);
  const before = (await codesTo(at, mailbox)).length;
  const page = await hand.fill(await hand.open(link), {});
  if (!page.html.includes('name="code"')) return page;
  const code = await until(`a code came to ${mailbox}`, async () => (await codesTo(at, mailbox))[before]);
  return hand.fill(page, { code });
}

/** What the team decides on each road, as it is typed into the form. */
export const DECISIONS = {
  ACCEPT: { outcome: 'ACCEPT_INITIAL_ASSESSMENT' },
  GROUP: { outcome: 'INVITE_GROUP', reason: 'Learns well beside other children' },
  TREASURES: { outcome: 'INVITE_LITTLE_TREASURES', reason: 'Needs help with movement' },
  ASK: {
    ...{ outcome: 'REQUEST_INFORMATION', reason: 'Hearing is unclear', question: 'Has a hearing test been done?' },
    risk: 'None known. The child is seen at nursery each week.',
  },
  DEFER: {
    outcome: 'DEFER_TO_MEETING',
    reason: 'The physiotherapist comes to the next meeting',
    deferTo: '2026-10-13',
  },
  DECLINE: {
    ...{ outcome: 'DECLINE', criterion: 'DELAY', reason: 'Delay in one area' },
    message: 'Your health visitor can help with first words.',
  },
  REDIRECT: {
    ...{ outcome: 'REDIRECT', service: 'OTHER', serviceName: 'Example speech clinic', criterion: 'DELAY' },
    reason: 'Speech alone',
  },
} as const satisfies Record<string, Fields>;

/** Waits until each referral is where it should be. */
export async function reached(at: Service, references: readonly string[], status: string): Promise<void> {
  for (const reference of references) await statusWhen(at, reference, status);
}

/** The machine ends what cannot continue; everything else waits for the team. */
export async function checkReferrals(walk: Walk): Promise<void> {
  const { at, nights, families } = walk;
  await nights.clock('09:30');
  await reached(at, referencesOf(onRoad(walk, 'TOO_OLD')), 'REDIRECTED');
  await reached(at, referencesOf(onRoad(walk, 'NOT_AGREED', 'NO_EVIDENCE')), 'NOT_ACCEPTED');
  const ended = ['TOO_OLD', 'NOT_AGREED', 'NO_EVIDENCE'];
  const toTriage = families.filter(({ road }) => !ended.includes(road));
  await reached(at, referencesOf(toTriage), 'IN_TRIAGE');
}

/** A child who is referred once more is held, and the team says that it is the same child. */
export async function holdSameChild(walk: Walk): Promise<void> {
  const { at, families } = walk;
  const known = families.find(({ road }) => road === 'ACCEPT');
  if (!known) throw new Error('No one was accepted.');
  walk.again = await referAgain(at, known);
  await reached(at, [walk.again], 'HELD_AS_DUPLICATE');
  const same = { outcome: 'CONFIRMED_DUPLICATE', reason: 'The same NHS number' };
  await triagerAt(at, FIRST).decide(walk.again, same);
}

/** The meeting of 29 September: two triagers decide on everyone through the links in their emails. */
export async function meet(walk: Walk): Promise<void> {
  const { at, nights } = walk;
  await nights.passTo('2026-09-29');
  await nights.clock('09:30');
  const [one, two] = [triagerAt(at, FIRST), triagerAt(at, SECOND)];
  for (const [n, { reference }] of onRoad(walk, 'ACCEPT', 'TWIN').entries())
    await (n % 2 === 0 ? one : two).decide(reference, DECISIONS.ACCEPT);
  for (const { reference } of onRoad(walk, 'GROUP')) await one.decide(reference, DECISIONS.GROUP);
  for (const { reference } of onRoad(walk, 'TREASURES')) await one.decide(reference, DECISIONS.TREASURES);
  for (const { reference } of onRoad(walk, 'ASK_THEN_ACCEPT')) await two.decide(reference, DECISIONS.ASK);
  for (const { reference } of onRoad(walk, 'DEFER_THEN_ACCEPT')) await two.decide(reference, DECISIONS.DEFER);
  for (const { reference } of onRoad(walk, 'DECLINE')) await one.decide(reference, DECISIONS.DECLINE);
  for (const { reference } of onRoad(walk, 'REDIRECT')) await one.decide(reference, DECISIONS.REDIRECT);
  await nights.clock('11:30');
  await reached(at, referencesOf(onRoad(walk, 'ACCEPT', 'GROUP', 'TREASURES', 'TWIN')), 'ON_WAITING_LIST');
  await reached(at, referencesOf(onRoad(walk, 'DECLINE')), 'DECLINED');
  await reached(at, referencesOf(onRoad(walk, 'REDIRECT')), 'REDIRECTED');
}
