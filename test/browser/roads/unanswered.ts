import { expect } from 'vitest';
import { INFORMATION_NOT_PROVIDED } from '#domain/case/questioned.ts';
import { against } from '#test/kit/together.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { exchange } from '#test/kit/words/referral.ts';
import { inTriage, statusWhen } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { FIRST } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { lateWords } from '#web/referral/status/words.ts';
import { resubmitWords } from '#web/referral/words.ts';
import { sinceWords } from '#web/staff/record/since-words.ts';
import { decideWords } from '#web/staff/words.ts';
import { type Cast, decide, enter, heardBy, openWork } from '../cast.ts';
import { REFERRER, referenceOn, SEND } from '../form.ts';

/** A question that no one answers: its referrer is reminded, and it comes back to the team. Answers the reference. */
export async function unanswered({ at, cast }: Cast): Promise<string> {
  const reference = await inTriage(at.service);
  await decide(at, reference, { outcome: 'REQUEST_INFORMATION', question: exchange.question });
  await statusWhen(at.service, reference, 'AWAITING_REFERRER');
  await move(at.service, { advance: 'P25D' });
  const late = await cast.behind(await linkIn(at.service, reference, subjects.notAnswered));
  for (const said of [lateWords.title, exchange.question]) await late.reads(said);
  await cast.look(late);
  return reference;
}

/** That referral, which a person closes and the referrer sends again. */
export async function sentAgain({ at, cast }: Cast, reference: string): Promise<void> {
  const triager = await cast.staff(FIRST);
  await openWork(triager, reference);
  for (const said of [sinceWords.notAnswered, exchange.question]) await triager.reads(said);
  await cast.look(triager);
  const { risk: _, service: __, serviceName: ___, ...met } = against;
  const closed = { outcome: 'DECLINE', ...met, criterion: INFORMATION_NOT_PROVIDED, reason: exchange.note };
  await enter(triager, closed, decideWords.preview);
  await triager.pressButton(decideWords.record);
  await triager.isAt('Decided');
  await move(at.service, { advance: 'PT6M' });

  const referrer = await cast.behind(await linkIn(at.service, reference, subjects.notAccepted));
  await referrer.reads(resubmitWords.answerWhere);
  await cast.look(referrer);
  await referrer.pressButton('Open the form');
  await referrer.page.waitForURL(/\/refer\/[\w-]{22}/);
  const form = referrer.page.url();
  await referrer.follow(`${form}/story`);
  await enter(referrer, { 'story.worrying': exchange.answer }, 'Save');
  await referrer.follow(`${form}/check`);
  await referrer.page.check('[name="declared"]');
  await referrer.page.click(SEND);
  await statusWhen(at.service, await referenceOn(referrer.page), 'IN_TRIAGE');
  expect(await heardBy(at.service, reference, REFERRER)).toEqual([
    ...[subjects.received, subjects.asked, subjects.askedAgain, subjects.notAnswered, subjects.notAccepted],
  ]);
}
