import { type Browser, hasField, openBrowser, type Page } from './browser.ts';
import { clockOf } from './clock.ts';
import { newest } from './inbox.ts';
import type { Act } from './sample/sample.ts';
import { DemoError, type World } from './world.ts';

/** Someone who decides: a mailbox, a browser, and what they call themselves in the form. */
export type Triager = { mailbox: string; name: string; role: string; browser: Browser };

type Decision = Pick<Extract<Act, { does: 'DECIDE' }>, 'outcome' | 'reason' | 'question' | 'risk' | 'criterion'>;

const triagerNames = ['Rowan Hale (fictional)', 'Marian Oake (fictional)'];

export function triagersAt(mailboxes: readonly string[]): Triager[] {
  return mailboxes.map((mailbox, index) => {
    return { mailbox, name: triagerNames[index] ?? 'A. Triager', role: 'Portage practitioner', browser: openBrowser() };
  });
}

/** Decides through the emailed link. Answers whether the mailbox had to be shown by a code first. */
export async function decide(world: World, triager: Triager, reference: string, decision: Decision): Promise<boolean> {
  const { browser, mailbox, name, role } = triager;
  const link = await newest(world, mailbox, reference, /https?:\S+\/triage\/l\/\S+/);
  let page = await browser.send(await browser.open(link), '');
  const isAskedForCode = hasField(page, 'code');
  if (isAskedForCode) {
    const code = await newest(world, mailbox, 'Your code', /^\d{6}$/m);
    page = await browser.send(page, 'code', { code });
  }
  const { outcome, reason, question = '', risk = '', criterion = '' } = decision;
  const met = { meetingOn: (await clockOf(world).now()).slice(0, 10), present: triagerNames.join(', ') };
  const preview = await browser.send(page, 'outcome', {
    ...{ outcome, reason, question, risk, criterion, ...met },
    deciderName: name,
    deciderRole: role,
  });
  const shown = / name="confirm"/.test(preview.html)
    ? await browser.send(preview, 'outcome', { confirm: '1' })
    : preview;
  mustSay(shown, `Decided: referral ${reference}`);
  return isAskedForCode;
}

function mustSay({ heading, status, url }: Page, expected: string): void {
  if (status === 200 && heading === expected) return;
  throw new DemoError(`The page at ${url} said "${heading}" (${status}), not "${expected}".`);
}
