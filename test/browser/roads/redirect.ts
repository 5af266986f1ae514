import { expect } from 'vitest';
import { plainDate } from '#domain/values/dates.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { statusWhen, submit } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { codesTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { mailsAbout, move } from '#test/system/window.ts';
import { forwardWords } from '#web/referral/words.ts';
import { sharedWords as otherServiceWords } from '#web/shared/words.ts';
import { sharedWords } from '#web/staff/records/words.ts';
import { type Cast, heardBy, MANAGER, todayIn } from '../cast.ts';

const ADVISORY = 'advisory-teachers@example.org';
/** However the day of it is called. */
const CHASED = sharedWords.chased('').split(/ by ,/)[0] ?? 'never';
const OF_C03 = 'referrer03@example.org';

/** Two children who are too old: the other service opens the one referral, and is chased about the other. */
export async function redirect({ at, cast }: Cast): Promise<void> {
  const born = { day: '5', month: '9', year: '2023' };
  const child = (lastName: string) => ({ child: { firstName: 'Juniper', lastName, dob: '2023-09-05' } });
  const [opened, unopened] = [
    await submit(at.service, 'C03', child('Opened')),
    await submit(at.service, 'C03', child('Unopened')),
  ];
  for (const reference of [opened, unopened]) {
    await statusWhen(at.service, reference, 'REDIRECTED');
    const referrer = await cast.behind(await linkIn(at.service, reference, subjects.mayWeShare), born);
    await referrer.pressButton(forwardWords.button);
    await referrer.reads(forwardWords.confirmed(plainDate(await todayIn(at))));
  }
  await move(at.service, { advance: 'PT2M' });

  const other = await cast.phone();
  const link = await until('the other service has a link', async () => {
    const mails = (await mailsAbout(at.service, opened)).filter(({ to }) => to.includes(ADVISORY));
    return mails.flatMap(({ text }) => /\bhttp\S+\/shared\/l\/\S+/.exec(text)?.[0] ?? []).at(-1);
  });
  await other.follow(link);
  await other.pressButton('Continue');
  await other.fill('#code', await until('a code came', async () => (await codesTo(at.service, ADVISORY)).at(-1)));
  await other.pressButton('Continue');
  await other.reads(otherServiceWords.next);
  await cast.look(other);

  await move(at.service, { advance: 'P5D' });
  expect(await heardBy(at.service, opened, OF_C03)).toEqual([...[subjects.mayWeShare, subjects.sharedOpened]]);
  expect(await heardBy(at.service, unopened, OF_C03)).toEqual([subjects.mayWeShare, subjects.sharedUnopened]);
  expect((await heardBy(at.service, unopened, ADVISORY)).at(-1)).toBe(subjects.shareChased);
  const manager = await cast.staff(MANAGER);
  await manager.follow(`${at.service.url}/staff/records/${unopened}`);
  await manager.reads(CHASED);
  await cast.look(manager);
}
