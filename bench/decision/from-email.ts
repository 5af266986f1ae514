import { openChromium } from '#test/browser/chromium.ts';
import { comeByLink } from '#test/browser/door.ts';
import { handOn } from '#test/browser/hand.ts';
import { inTriage } from '#test/system/api.ts';
import { endAll, start } from '#test/system/service.ts';
import { FIRST, linkTo } from '#test/system/triage.ts';
import { decideWords } from '#web/staff/words.ts';

const PHONE = { viewport: { width: 375, height: 800 }, javaScriptEnabled: false };

export interface Decided {
  readonly seconds: number;
  readonly presses: number;
  readonly choices: number;
  readonly fields: number;
}

/** Decides this many new referrals, one after another, each from its email and in a browser that knows no one. */
export async function decideFromEmail(signIn: boolean, rounds: number): Promise<Decided[]> {
  const service = await start({ now: '2026-09-24T09:00', signIn });
  const chromium = await openChromium();
  const decided: Decided[] = [];
  try {
    // The first one finds the functions and the browser cold, as no one does in a day's work.
    for (let round = 0; round <= rounds; round += 1) {
      const link = await linkTo(service, await inTriage(service), FIRST);
      const context = await chromium.newContext(PHONE);
      const hand = handOn(await context.newPage());
      const begun = performance.now();
      await comeByLink(hand, { service, signIn }, link, FIRST);
      await hand.select('outcome', 'ACCEPT_INITIAL_ASSESSMENT');
      await hand.pressButton(decideWords.preview);
      await hand.pressButton(decideWords.record);
      await hand.isAt('Decided');
      if (round > 0) decided.push({ seconds: (performance.now() - begun) / 1000, ...hand.done });
      await context.close();
    }
  } finally {
    await Promise.all([chromium.close(), endAll()]);
  }
  return decided;
}
