import { expect } from 'vitest';
import { subjects } from '#test/kit/words/emails.ts';
import { inTriage, statusWhen, submit } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { FIRST } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { JOINED } from '#web/referral/status/words.ts';
import { decideWords } from '#web/staff/words.ts';
import { type Cast, enter, heardBy, openWork } from '../cast.ts';

/** Two more referrals of a child: one is joined, and one is found to be of another child. */
export async function duplicates({ at, cast }: Cast): Promise<void> {
  const child = { firstName: 'Juniper', lastName: 'Quixotica', dob: '2024-09-10', nhsNumber: '9990007314' };
  const from = (email: string) => ({ child, referrer: { role: 'HEALTH_VISITOR', name: 'A. Referrer', email } });
  const [one, two, three] = ['one@example.org', 'two@example.org', 'three@example.org'];
  const first = await inTriage(at.service, from(one));
  const second = await submit(at.service, 'C01', from(two));
  const third = await submit(at.service, 'C01', from(three));
  for (const held of [second, third]) await statusWhen(at.service, held, 'HELD_AS_DUPLICATE');
  const reason = 'The NHS number was compared with the letters';
  const outcomes = { [second]: 'CONFIRMED_DUPLICATE', [third]: 'NOT_A_DUPLICATE' };
  for (const [reference, outcome] of Object.entries(outcomes)) {
    const triager = await cast.staff(FIRST);
    await openWork(triager, reference);
    await enter(triager, { outcome, reason }, decideWords.preview);
    if (outcome === 'CONFIRMED_DUPLICATE') await triager.pressButton(decideWords.record);
    await triager.isAt('Decided');
  }
  await move(at.service, { advance: 'PT6M' });
  await statusWhen(at.service, third, 'IN_TRIAGE');
  expect(await heardBy(at.service, first, one)).toEqual([subjects.received, subjects.moreToRead]);
  expect(await heardBy(at.service, third, three)).toEqual([subjects.received]);
  const referrer = await cast.behind(await linkIn(at.service, second, subjects.alreadyOne, two));
  await referrer.reads(JOINED);
  expect(await referrer.page.textContent('main')).not.toContain(one);
}
