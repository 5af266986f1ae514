import { expect } from 'vitest';
import { subjects } from '#test/kit/words/emails.ts';
import { inTriage, statusWhen } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { FIRST } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { triageOutcomes } from '#web/components/record/words.ts';
import { lookAgainPageWords } from '#web/referral/look-again/words.ts';
import { enterAgainWords } from '#web/staff/check-again/words.ts';
import { sinceWords } from '#web/staff/record/since-words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { answerWords } from '#web/staff/todo/look-again-words.ts';
import { type Cast, decide, enter, heardBy, MANAGER, openWork, todayIn } from '../cast.ts';
import { REFERRER } from '../form.ts';

const NEWS = 'A report came since, with newer scores';

/** Two declined referrals, about which the referrer asks online and a family by phone: both are reopened. */
export async function lookedAgain({ at, cast }: Cast): Promise<void> {
  const online = await inTriage(at.service);
  const byPhone = await inTriage(at.service);
  for (const reference of [online, byPhone]) await decide(at, reference, { outcome: 'DECLINE' });

  const referrer = await cast.behind(await linkIn(at.service, online, subjects.notAccepted));
  await referrer.pressLink(lookAgainPageWords.title);
  await enter(referrer, { reason: NEWS }, lookAgainPageWords.button);
  await referrer.isAt(lookAgainPageWords.askedTitle);

  const triager = await cast.staff(FIRST);
  await triager.pressLink(todayWords.checkAgain);
  const call = { reference: byPhone, from: 'FAMILY', reason: 'The mother says that much has changed' };
  await enter(triager, call, enterAgainWords.button);
  await triager.isAt(enterAgainWords.done(byPhone));
  await triager.pressLink(todayWords.link);

  const reopen = { result: 'REOPEN', words: 'We look at it with the new report' };
  const [year = '', month = '', date = ''] = (await todayIn(at)).split('-');
  const day = { 'on-day': date, 'on-month': month, 'on-year': year };
  for (const [reference, on] of [[online, {}] as const, [byPhone, day] as const]) {
    const manager = await cast.staff(MANAGER);
    await openWork(manager, `${reference}-LOOK_AGAIN`);
    await manager.reads(triageOutcomes.DECLINE);
    if (reference === online) await cast.look(manager);
    await enter(manager, { ...reopen, ...on }, answerWords.record);
    await manager.isAt('Recorded');
  }
  await move(at.service, { advance: 'PT4M' });
  for (const reference of [online, byPhone]) await statusWhen(at.service, reference, 'IN_TRIAGE');
  expect(await heardBy(at.service, online, REFERRER)).toEqual([
    ...[subjects.received, subjects.notAccepted, subjects.reopened],
  ]);
  expect((await heardBy(at.service, byPhone, FIRST)).at(-1)).toBe(subjects.reopened);
  await openWork(await cast.staff(FIRST), online);
  for (const said of [sinceWords.decision, NEWS, reopen.words]) await triager.reads(said);
  await cast.look(triager);
}
