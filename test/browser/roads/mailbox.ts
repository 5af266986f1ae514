import { expect } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { codesTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { mineWords } from '#web/referral/mine/words.ts';
import type { Cast } from '../cast.ts';
import { giveBirthDate } from '../form.ts';

const TEAM = 'team@example.org';

/** A team mailbox finds the referrals of its members, and opens each behind the date of birth. */
export async function mailbox({ at, cast }: Cast): Promise<void> {
  const from = (email: string) => ({
    referrer: { role: 'HEALTH_VISITOR', name: 'A. Referrer', email, teamEmail: TEAM },
  });
  const references = [
    await inTriage(at.service, from('ann@example.org')),
    await inTriage(at.service, from('bob@example.org')),
  ];
  const team = await cast.phone();
  await team.follow(`${at.service.url}/referral/mine`);
  await team.fill('[name="mailbox"]', TEAM);
  await team.pressButton(mineWords.button);
  await team.pressButton('Continue');
  await team.fill('[name="code"]', await until('a code came', async () => (await codesTo(at.service, TEAM)).at(-1)));
  await team.pressButton('Continue');
  for (const reference of references) {
    await team.reads(reference);
    expect(await team.page.textContent('main')).not.toMatch(/Juniper|2024/);
    await team.page.click(`a[href$="/referral/mine/${reference}"]`);
    await giveBirthDate(team.page);
    await team.page.waitForURL('**/status');
    await team.isAt(reference);
    await team.follow(`${at.service.url}/referral/mine/list`);
  }
}
