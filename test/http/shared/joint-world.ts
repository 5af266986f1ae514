import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { followSharing } from '#application/intake/follow-sharing.ts';
import { openShared } from '#application/intake/open-shared.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { newSupport } from '#domain/support/make.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { jointAt } from '#web/staff/joint/address.ts';
import { serveStaff } from '#web/staff/serve.ts';
import { type Browser, browser, hidden } from '../browser.ts';
import { childOf, entryOf, lists } from '../staff/lists-world.ts';

export const SEND = { code: 'SERVICE_1', name: 'SEND Support', mailbox: 'send@example.org' };
export const PHYSIO = { code: 'SERVICE_2', name: 'Physiotherapy', mailbox: 'physio@example.org' };
export const child = childOf(0);
export const at = jointAt(child);
export const agreement = {
  change: 'AGREE',
  who: '0',
  how: 'PHONE',
  'on-day': '24',
  'on-month': '9',
  'on-year': '2026',
};
export const view = { what: 'AGREE', reason: 'Water helps her', name: 'Lee Ash', role: 'Physiotherapist' };
export const decision = { isYes: 'YES', reason: 'All three agree', took: 'Pat Green, Jo Hill, Lee Ash' };

/** A child who waits for Little Treasures, two services that decide with us, and the pages of staff and of these services. */
export async function jointWorld(body: object = {}, set = [SEND, PHYSIO]) {
  const world = await lists([{ pathway: 'LITTLE_TREASURES', band: 1 }], { ...referralExample, ...body });
  const { deps, log, mailer, stores, clock } = world;
  for (const { name, mailbox } of set) {
    const added = { change: 'SERVICE', code: '', isOffered: false, decides: true, name, mailbox } as const;
    await deps.changeTeam(added, MACHINE);
  }
  const withNotices = { ...deps, sendNotices: sendNotices({ ...deps, render: createNoticeRenderer() }) };
  const served = { ...deps, openShared: openShared(withNotices) };
  const newBrowser = () => browser(httpHandler(telemetryOf(log), serveStaff(served)), deps.baseUrl);
  const mailsTo = (mailbox: string) => mailer.sent.filter(({ to }) => to === mailbox);
  /** The forms of the page of staff as it is shown now; each sends what is typed. */
  const open = async (using: Browser = world.manager) => {
    const page = await using.get(at);
    const csrf = hidden(page, 'csrf');
    const seen = /name="seen" value="(\d+)"/.exec(page.body)?.[1] ?? '';
    const send = (fields: Readonly<Record<string, string>>) => using.post(at, { csrf, ...fields });
    const decide = (fields: Readonly<Record<string, string>>) =>
      using.post(`${at}/decision`, { csrf, seen, ...fields });
    return { page, send, decide };
  };
  const agree = async () => (await open()).send(agreement);
  const tokenOf = (mailbox: string) =>
    /\/shared\/l\/([\w-]{43})\s/.exec(
      mailsTo(mailbox).find(({ text }) => text.includes('/shared/l/'))?.text ?? '',
    )?.[1] ?? '';
  /** A browser of a service that has opened its link by a code. */
  const enter = async ({ mailbox }: { readonly mailbox: string }) => {
    const [using, token] = [newBrowser(), tokenOf(mailbox)];
    await using.post(`/shared/l/${token}`);
    await using.post(`/shared/l/${token}/code`, { code: world.lastCode() });
    return using;
  };
  const record = `/shared/${child}`;
  /** Gives a view as this service, through the form of its page. */
  const say = async (using: Browser, typed: Readonly<Record<string, string>> = view) => {
    const page = await using.get(record);
    const own = { csrf: hidden(page, 'csrf'), service: hidden(page, 'service'), seen: hidden(page, 'seen') };
    return using.post(`${record}/view`, { ...own, ...typed });
  };
  const joint = async () => (await stores.cases.readCase(child))?.joint;
  /** A support of the child holds the place from now on. */
  const handOver = async () => {
    const theCase = await world.read(0);
    const at = clock.now();
    const moment = { now: at, policyVersion: 1 };
    await stores.supports.createSupport(
      newSupport(child, entryOf(0, { pathway: 'LITTLE_TREASURES', band: 1 }), moment),
    );
    const status = 'IN_SUPPORT';
    const toSupport = { at, doneAt: at };
    await stores.cases.saveCase({ ...theCase, version: theCase.version + 1, status, list: null, toSupport });
  };
  const follow = () => followSharing(withNotices)(child);
  return {
    ...world,
    clock,
    served,
    newBrowser,
    mailsTo,
    open,
    agree,
    tokenOf,
    enterService: enter,
    record,
    say,
    joint,
    follow,
    handOver,
  };
}
