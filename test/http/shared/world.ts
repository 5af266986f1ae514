import { createNoticeRenderer } from '#adapters/letters/render.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { agreeForwarding } from '#application/intake/agree-forwarding.ts';
import { followSharing } from '#application/intake/follow-sharing.ts';
import { openShared } from '#application/intake/open-shared.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import type { Case } from '#domain/case/case.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { SetService } from '#domain/people/services.ts';
import { ADVISORY_TEACHERS } from '#domain/service/description/other-services.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { serveStaff } from '#web/staff/serve.ts';
import { type Browser, browser } from '../browser.ts';
import { checkedCase, reference } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { triageWorld } from '../staff/world.ts';

export const advisory = testConfig.advisoryTeacherMailbox;
export const redirected: Case = {
  ...checkedCase('REDIRECTED_EY_ADVISORY', ['AGE_OVER_3_0']),
  status: 'REDIRECTED',
  next: 'DONE',
  version: 1,
};

/** One that the triage team redirected to this service. */
export const decidedFor = (service: { readonly code: string; readonly name?: string }): Case => ({
  ...{ ...redirected, outcome: 'REDIRECT' },
  lastDecision: { outcome: 'REDIRECT', at: '2026-09-24T08:00:00.000Z', message: 'They know her nursery.', service },
});
export const decided = decidedFor({ code: ADVISORY_TEACHERS });

/** A child over 3 whose parents have agreed that the advisory teachers read the referral, and what that service was sent. */
export async function sharedWorld(
  referral: object = {},
  theRedirected: Case = redirected,
  kept?: Stores,
  set?: Pick<SetService, 'name' | 'mailbox'>,
) {
  const world = await triageWorld({ theCase: theRedirected, referral, ...(kept && { stores: kept }) });
  if (set) await world.deps.changeTeam({ change: 'SERVICE', code: '', isOffered: true, ...set }, MACHINE);
  const { deps, mailer, stores, clock, log } = world;
  const withNotices = { ...deps, sendNotices: sendNotices({ ...deps, render: createNoticeRenderer() }) };
  const served = { ...deps, openShared: openShared(withNotices) };
  /** A browser of the service while it sends to this mailbox of the other service. */
  const browserAt = (advisoryTeacherMailbox: string) => {
    const config = { ...served.config, advisoryTeacherMailbox };
    return browser(httpHandler(telemetryOf(log), serveStaff({ ...served, config })), deps.baseUrl);
  };
  const agree = agreeForwarding(withNotices);
  await agree({ reference, by: 'referrer01@example.org' });
  const mailsTo = (mailbox: string) => mailer.sent.filter(({ to }) => to === mailbox);
  const token = /\/shared\/l\/([\w-]{43})\s/.exec(mailsTo(set?.mailbox ?? advisory)[0]?.text ?? '')?.[1] ?? '';
  const newBrowser = () => browserAt(advisory);
  /** Opens the link by a code, all the way to the record. */
  const signIn = async (using: Browser = newBrowser()) => {
    await using.post(`/shared/l/${token}`);
    await using.post(`/shared/l/${token}/code`, { code: world.lastCode() });
    return using;
  };
  const theCase = async () => {
    const found = await stores.cases.readCase(reference);
    if (!found) throw new Error('There is no case.');
    return found;
  };
  const follow = () => followSharing(withNotices)(reference);
  return { ...world, served, clock, agree, follow, mailsTo, token, newBrowser, browserAt, signIn, theCase };
}
