import type { Case } from '#domain/case/case.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import { hidden } from '#test/http/browser.ts';
import { reference } from '#test/http/records.ts';
import { asked, inTriage, onList, stopped } from '#test/http/referral/standings.ts';
import { birthDate, referrerWorld } from '#test/http/referral/world.ts';
import { minePages } from './mine-pages.ts';
import { type Opened, opened } from './opened.ts';

const COLLEAGUE = { name: 'Bea Colleague', role: 'Health visitor', email: 'bea@example.org' };
const noEvidence = stopped('NOT_ACCEPTED_NO_EVIDENCE', 'NO_ASSESSMENT_EVIDENCE_INCLUDED');
const overAge = stopped('REDIRECTED_EY_ADVISORY', 'AGE_OVER_3_0');

const PAGES: readonly [LinkPurpose, Case, readonly string[]][] = [
  ['STATUS', inTriage, ['/status', '/status/withdraw', '/status/died', '/status/hand-over']],
  ['ANSWER', asked, ['/answer', '/answer/write']],
  ['RESUBMIT', noEvidence, ['/resubmit', '/status/check-again']],
  ['FORWARD', overAge, ['/forward']],
];

/** The pages behind each link of a referrer, and the link itself. */
export async function referrerPages(): Promise<Opened[]> {
  const pages: Opened[] = [];
  for (const [purpose, theCase, paths] of PAGES) {
    const { visit } = await referrerWorld(theCase, purpose);
    const { using } = await visit();
    for (const path of paths)
      pages.push(opened(`/referral/…${path}`, () => using.get(`/referral/${reference}${path}`)));
  }
  return [...pages, ...(await beforeAndAfter()), ...(await askedToWithdraw()), ...(await minePages())];
}

/** The link, the page of a colleague who is asked to take the referral over, and the one after it is withdrawn. */
async function beforeAndAfter(): Promise<Opened[]> {
  const { token, visit, newBrowser, mailed } = await referrerWorld(inTriage, 'STATUS');
  const { using } = await visit();
  const at = `/referral/${reference}/status`;
  const post = async (path: string, fields: Record<string, string>) =>
    using.post(at + path, { csrf: hidden(await using.get(at + path), 'csrf'), ...fields });
  await post('/hand-over', COLLEAGUE);
  const colleague = await visit(mailed(COLLEAGUE.email));

  const other = await referrerWorld(inTriage, 'STATUS');
  const withdrawing = (await other.visit()).using;
  const form = await withdrawing.get(`${at}/withdraw`);
  await withdrawing.post(`${at}/withdraw`, { csrf: hidden(form, 'csrf'), reason: 'The family has moved' });
  const mistaken = await referrerWorld(inTriage, 'STATUS');
  await mistaken.newBrowser().post(`/referral/l/${mistaken.token}`, { ...birthDate, 'dob-day': '1' });
  return [
    opened('/referral/l/…', () => newBrowser().get(`/referral/l/${token}`)),
    opened('/referral/l/… after a wrong date', () => mistaken.newBrowser().get(`/referral/l/${mistaken.token}`)),
    opened('/referral/l/…/email', () => newBrowser().get(`/referral/l/${token}/email`)),
    opened('/referral/…/handover', () => colleague.using.get(colleague.address)),
    opened('/referral/…/status/withdrawn', () => withdrawing.get(`${at}/withdrawn`)),
  ];
}

/** The pages of a withdrawal from the waiting list: the one that asks, and the two that say that it is asked for. */
async function askedToWithdraw(): Promise<Opened[]> {
  const [before, after] = await Promise.all([referrerWorld(onList(), 'STATUS'), referrerWorld(onList(), 'STATUS')]);
  const [asking, waiting] = [(await before.visit()).using, (await after.visit()).using];
  const at = `/referral/${reference}/status`;
  const form = await waiting.get(`${at}/withdraw`);
  await waiting.post(`${at}/withdraw`, { csrf: hidden(form, 'csrf'), reason: 'The family has moved' });
  return [
    opened('/referral/…/status/withdraw (listed)', () => asking.get(`${at}/withdraw`)),
    opened('/referral/…/status (asked to withdraw)', () => waiting.get(at)),
    opened('/referral/…/status/withdrawn (asked)', () => waiting.get(`${at}/withdrawn`)),
  ];
}
