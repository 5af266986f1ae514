import type { Service } from '#test/system/service.ts';
import { codesTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { accountWords } from '#web/staff/sign-in/account/words.ts';
import type { Hand } from './hand.ts';

/** How staff show who they are: by a code that comes to their mailbox, or with the account that they use at work. */
export const doors = [
  { door: 'a mailed code', signIn: false },
  { door: 'a work account', signIn: true },
] as const;

/** Where a service is, and which door it has. */
export interface Place {
  readonly service: Service;
  readonly signIn: boolean;
}

/** Opens the link of an email to a member of staff, and passes the door behind it. */
export async function comeByLink(hand: Hand, at: Place, link: string, mailbox: string): Promise<void> {
  await hand.follow(link);
  await pass(hand, at, mailbox, () => hand.press('main button >> nth=0'));
}

/** Comes to the staff area by its address, and passes the door. */
export async function comeToArea(hand: Hand, at: Place, mailbox: string): Promise<void> {
  await hand.follow(`${at.service.url}/staff`);
  await pass(hand, at, mailbox, async () => {
    if (at.signIn) return;
    await hand.fill('#mailbox', mailbox);
    await hand.press('main button >> nth=0');
  });
}

/** `knock`: what brings the door up. */
async function pass(hand: Hand, { service, signIn }: Place, mailbox: string, knock: () => Promise<void>) {
  const { page } = hand;
  const before = (await codesTo(service, mailbox)).length;
  await knock();
  if (signIn) {
    await hand.pressLink(accountWords.signIn);
    await page.waitForURL(/\/choose\//);
    await hand.press(`button:has-text("${mailbox}")`);
  } else {
    await page.waitForSelector('#code');
    const code = await until('a code came', async () => (await codesTo(service, mailbox))[before]);
    await hand.fill('#code', code);
    await hand.press('main button >> nth=0');
  }
  await page.waitForURL(/\/staff$|\/triage\/tasks\//);
}

/** Counts how often this browser comes back from the provider. */
export function signInsOf({ page }: Hand) {
  const seen = { count: 0 };
  page.context().on('response', (response) => {
    if (response.status() === 200 && new URL(response.url()).pathname.endsWith('/staff/sign-in/callback'))
      seen.count += 1;
  });
  return seen;
}
