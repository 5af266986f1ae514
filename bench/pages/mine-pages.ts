import { reference } from '#test/http/records.ts';
import { LIST, mineWorld } from '#test/http/referral/mine-world.ts';
import { asked, inTriage } from '#test/http/referral/standings.ts';
import { type Opened, opened } from './opened.ts';

/** The pages on which a referrer lists the referrals of a mailbox, with and without any. */
export async function minePages(): Promise<Opened[]> {
  const world = await mineWorld(inTriage, { ownReference: 'HV/2026/0117' });
  const { using } = await world.listed();
  const waiting = (await (await mineWorld(asked)).listed()).using;
  const door = world.newBrowser();
  return [
    opened('/referral/mine', () => door.get('/referral/mine')),
    opened('POST /referral/mine', () => world.ask(door)),
    opened('/referral/mine/list', () => using.get(LIST)),
    opened('/referral/mine/list (asked)', () => waiting.get(LIST)),
    opened('/referral/mine/list (none)', () => using.get(LIST, { show: 'ENDED' })),
    opened('/referral/mine/…', () => using.get(`/referral/mine/${reference}`)),
  ];
}
