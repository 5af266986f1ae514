import type { Page } from 'playwright-core';
import { londonDateOf } from '#domain/values/dates.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { exchange } from '#test/kit/words/referral.ts';
import type { Service } from '#test/system/service.ts';
import { type Fields, signIn } from '#test/system/triage.ts';
import { mailsAbout, move } from '#test/system/window.ts';
import { enterArea } from './area.ts';
import { fillIn, giveBirthDate } from './form.ts';
import { type Hand, handOn } from './hand.ts';
import { faultsOn } from './judge.ts';
import { type stage, TELEPHONE } from './stage.ts';

const PHONE = { width: TELEPHONE, javaScript: false };

export const MANAGER = 'manager@example.org';

/** Where the service is, and who walks a road in it. */
export interface Cast {
  readonly at: ReturnType<typeof stage>;
  readonly cast: ReturnType<typeof castOf>;
}

type Born = Parameters<typeof giveBirthDate>[1];

/** Everyone on a road, each with a phone of their own without JavaScript, and one judge of what they see. */
export function castOf(at: ReturnType<typeof stage>) {
  const staff = new Map<string, Hand>();
  const faults: unknown[] = [];
  let judge: Page | undefined;
  const phone = async () => handOn(await at.newPage(PHONE));
  return {
    faults,
    phone,
    /** A member of staff on their page for today, through the code in their mailbox where the last one is over. */
    staff: async (mailbox: string): Promise<Hand> => {
      const hand = staff.get(mailbox) ?? (await phone());
      staff.set(mailbox, hand);
      await hand.page.goto(`${at.service.url}/staff`);
      if ((await hand.page.locator('#mailbox').count()) > 0) await enterArea(hand.page, at.service, mailbox);
      return hand;
    },
    /** A referrer behind the link of an email, once the date of birth is given. */
    behind: async (link: string, born?: Born): Promise<Hand> => {
      const hand = await phone();
      await hand.follow(link);
      await giveBirthDate(hand.page, born);
      await hand.page.waitForURL((url) => !url.pathname.includes('/l/'));
      return hand;
    },
    /** Judges the page as it stands in a copy, because axe needs JavaScript. */
    look: async ({ page }: Hand): Promise<void> => {
      judge ??= await at.newPage();
      await judge.setContent(atHome(await page.content(), page.url()));
      faults.push(...(await faultsOn(judge)));
    },
  };
}

/** The same page where its style sheet is still found. */
function atHome(html: string, url: string): string {
  return html.replace('<head>', `<head><base href="${url}">`);
}

/** What a person asked of staff on their page for today, by the beginning of its id. */
export async function openWork({ page }: Hand, id: string): Promise<void> {
  await page.click(`form:has([name="open"][value^="${id}"]) button`);
  await page.waitForURL(/\/triage\/tasks\//);
}

/** Which emails about a referral came to a mailbox, by what their subjects begin with, oldest first. */
export async function heardBy(at: Service, reference: string, mailbox: string): Promise<string[]> {
  const mails = (await mailsAbout(at, reference)).filter(({ to }) => to.includes(mailbox));
  return mails.map(({ subject }) => {
    const said = subject.replace(`Referral ${reference}: `, '');
    return Object.values(subjects).find((known) => said.startsWith(known)) ?? said;
  });
}

/** A triager decides, as a meeting agreed, and it has taken effect. */
export async function decide({ service }: Cast['at'], reference: string, fields: Fields): Promise<void> {
  await (await signIn(service, reference)).send({ reason: exchange.note, ...fields });
  await move(service, { advance: 'PT6M' });
}

/** The day that it is there, London. */
export async function todayIn({ service }: Cast['at']): Promise<string> {
  return londonDateOf(await move(service, { advance: 'PT1S' }));
}

/** Fills the fields of a page and presses a button of it. */
export async function enter(hand: Hand, fields: Readonly<Record<string, string>>, button: string): Promise<void> {
  await fillIn(hand.page, fields);
  await hand.pressButton(button);
  await hand.page.waitForLoadState('domcontentloaded');
}
