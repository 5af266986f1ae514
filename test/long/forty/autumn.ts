import { statusWhen } from '#test/system/api.ts';
import { FIRST, SECOND } from '#test/system/triage.ts';
import { answerQuestion } from '#tools/demo/referrer.ts';
import { placeAt } from '#web/staff/place/address.ts';
import { bookMissedAgain, decideOnTwice, visitAgain, visitThird } from './assess.ts';
import { acceptInBrowser, lookRound } from './look.ts';
import { answerByLink, answerByPhone, type Offered, offerAll, ring } from './offers.ts';
import { type Letter, postLetters, tellInPerson } from './post.ts';
import { typed } from './settings.ts';
import { DECISIONS, triagerAt } from './triage.ts';
import { onRoad, type Walk } from './walk.ts';

/** What the autumn brought: every offer, every letter, and every family that was told in person. */
export interface Autumn {
  readonly offered: Offered[];
  readonly letters: Letter[];
  readonly told: string[];
}

/** The day after the meeting: letters are posted, families are told in person, and a referrer answers a question. */
export async function dayAfterMeeting(walk: Walk, { letters, told }: Autumn): Promise<void> {
  await walk.nights.passTo('2026-10-01');
  await walk.nights.clock('09:30');
  letters.push(...(await postLetters(walk)));
  told.push(...(await tellInPerson(walk)));
  for (const { sent, reference } of onRoad(walk, 'ASK_THEN_ACCEPT'))
    await answerQuestion(
      { url: walk.at.url, apiKey: 'local' },
      sent,
      reference,
      'Yes, on 2 September. She hears well.',
    );
}

/** 12 and 13 October: missed visits are booked again, the first places are offered, and the team meets once more. */
export async function firstOffers(walk: Walk, { offered, letters, told }: Autumn): Promise<void> {
  const { at, nights } = walk;
  await nights.passTo('2026-10-12');
  await nights.clock('09:30');
  await bookMissedAgain(walk);
  await lookRound(walk, 'october');
  offered.push(...(await offerAll(walk)));
  await nights.passTo('2026-10-13');
  await nights.clock('09:30');
  letters.push(...(await postLetters(walk)));
  told.push(...(await tellInPerson(walk)));
  const [one, two] = [triagerAt(at, FIRST), triagerAt(at, SECOND)];
  const again = { outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: 'Delay in 2 areas', meetingOn: '2026-10-13' };
  for (const { reference } of onRoad(walk, 'DEFER_THEN_ACCEPT')) await one.decide(reference, again);
  for (const { reference } of onRoad(walk, 'ASK_THEN_ACCEPT')) await two.decide(reference, DECISIONS.ACCEPT);
  await nights.clock('11:00');
  for (const { reference } of onRoad(walk, 'DEFER_THEN_ACCEPT', 'ASK_THEN_ACCEPT'))
    await statusWhen(at, reference, 'ON_WAITING_LIST');
}

/** 14 to 16 October: families answer from their inboxes, two are called, and what was given back is offered to the next. */
export async function answers(walk: Walk, { offered, letters, told }: Autumn): Promise<void> {
  const { nights } = walk;
  const first = [...offered];
  await nights.passTo('2026-10-14');
  await nights.clock('10:00');
  const [one, ...others] = first.filter(({ answer }) => answer === 'ACCEPTED');
  if (!one) throw new Error('No one is to accept.');
  await acceptInBrowser(walk, one.family);
  await answerByLink(walk, others, 'ACCEPTED');
  await answerByLink(walk, first, 'LATER', 'DECLINED', 'CALL_ME');
  await nights.clock('16:00');
  await visitAgain(walk);
  await nights.passTo('2026-10-15');
  await nights.clock('10:00');
  await decideOnTwice(walk);
  for (const { family, answer } of first) {
    if (answer === 'CALL_ME') await ring(walk, family, 'ACCEPTED');
    if (answer === 'DECLINED') await ring(walk, family, 'NOT_NOW');
  }
  await nights.passTo('2026-10-16');
  await nights.clock('10:00');
  const second = await offerAll(walk);
  offered.push(...second);
  await nights.passTo('2026-10-20');
  await nights.clock('10:00');
  letters.push(...(await postLetters(walk)));
  told.push(...(await tellInPerson(walk)));
  await answerByPhone(walk, offered);
  await answerByLink(walk, second, 'ACCEPTED', 'LATER', 'DECLINED', 'CALL_ME');
  await nights.clock('16:00');
  await visitThird(walk);
}

/** 21 October: the manager holds one place as the family wishes, moves one child to another town, and confirms a band. */
export async function changePlaces({ manager, nights, families }: Walk): Promise<void> {
  await nights.passTo('2026-10-21');
  await nights.clock('10:00');
  const [held, moved] = [26, 27].map((n) => families.find((family) => family.n === n)?.reference ?? '');
  const hold = await manager.open(`${placeAt(held ?? '')}/hold`);
  await manager.fill(hold, { ...typed('on', '2026-12-01'), reason: 'The family is abroad until December' });
  const move = await manager.open(`${placeAt(moved ?? '')}/move`);
  await manager.fill(move, { locality: 'Taunton', reason: 'The family has moved to Taunton' });
}

/** 4 November: who did not answer in time is called, and the place goes to the next child. */
export async function noAnswer(walk: Walk, { offered, letters, told }: Autumn): Promise<void> {
  const { nights } = walk;
  await nights.passTo('2026-11-04');
  await nights.clock('10:00');
  for (const { family, answer } of offered) if (answer === 'NOTHING') await ring(walk, family, 'NEXT');
  const third = await offerAll(walk);
  offered.push(...third);
  letters.push(...(await postLetters(walk)));
  told.push(...(await tellInPerson(walk)));
}
