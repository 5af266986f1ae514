import type { Page } from 'playwright-core';
import { giveBirthDate } from '#test/browser/form.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { exchange } from '#test/kit/words/referral.ts';
import { inTriage, statusWhen } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import type { Service } from '#test/system/service.ts';
import { signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { picture } from './picture.ts';

/** The page on which a referrer answers a question of the team. */
export async function referrer(page: Page, at: Service): Promise<void> {
  const reference = await inTriage(at);
  const triager = await signIn(at, reference);
  await triager.send({ outcome: 'REQUEST_INFORMATION', reason: exchange.note, question: exchange.question });
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, 'AWAITING_REFERRER');
  await page.goto(await linkIn(at, reference, subjects.asked));
  await giveBirthDate(page);
  await page.waitForURL(/\/answer$/);
  await picture(page, 'referrer-answer');
}
