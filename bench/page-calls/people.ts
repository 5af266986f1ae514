import { subjects } from '#test/kit/words/emails.ts';
import { anotherChild, inTriage, statusWhen, submit } from '#test/system/api.ts';
import { addDocument, linkIn, open, send } from '#test/system/referrer.ts';
import type { Service } from '#test/system/service.ts';
import { askForCode, browser, linkTo, signIn } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { move, moveToDay } from '#test/system/window.ts';
import type { Measure } from './measure.ts';

const COLLEAGUE = 'bea@example.org';

/** Every page of the triage team, and the link that leads to them. */
export async function triagePages(at: Service, measure: Measure): Promise<void> {
  const reference = await inTriage(at);
  const link = await linkTo(at, reference);
  const using = browser();
  // People are asked a moment before the case waits for them.
  await until('the link led somewhere', async () => ((await using.get(link)).status === 200 ? true : undefined));
  await measure('GET /triage/l/…', () => using.get(link));
  await askForCode(at, using, link);
  await measure('GET /triage/l/…/code', () => using.get(`${link}/code`));
  await move(at, { advance: 'PT16M' });
  const triager = await signIn(at, reference);
  await measure('GET /triage/tasks/…', triager.reload);
  await measure('GET /triage/tasks/…/evidence/0', () => triager.using.get(`${triager.address}/evidence/0`));
}

/** Every page of a referrer, behind each kind of link that they get. */
export async function referrerPages(at: Service, measure: Measure): Promise<void> {
  await whileInTriage(at, measure);
  await whenAsked(at, measure);
  await whenStopped(at, measure);
}

async function whileInTriage(at: Service, measure: Measure): Promise<void> {
  const reference = await inTriage(at);
  const link = await linkIn(at, reference, subjects.received);
  await measure('GET /referral/l/…', () => browser().get(link));
  const { using, address } = await open(link);
  for (const path of ['', '/withdraw', '/hand-over']) {
    await measure(`GET /referral/…/status${path}`, () => using.get(address + path));
  }
  const form = await using.get(`${address}/hand-over`);
  await send(at, using, form, { name: 'Bea Colleague', role: 'Health visitor', email: COLLEAGUE });
  const offered = await open(await linkIn(at, reference, subjects.willYouTakeOver, COLLEAGUE));
  await measure('GET /referral/…/handover', () => offered.using.get(offered.address));
  await send(at, using, await using.get(`${address}/withdraw`), { reason: 'The family has moved' });
  await measure('GET /referral/…/status/withdrawn', () => using.get(`${address}/withdrawn`));
}

async function whenAsked(at: Service, measure: Measure): Promise<void> {
  const reference = await inTriage(at);
  await move(at, { advance: 'PT16M' });
  const triager = await signIn(at, reference);
  await triager.send({
    outcome: 'REQUEST_INFORMATION',
    reason: 'As agreed',
    question: 'How does she play with others?',
  });
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, 'AWAITING_REFERRER');
  const { using, page, address } = await open(await linkIn(at, reference, subjects.asked));
  await measure('GET /referral/…/answer', () => using.get(address));
  const added = await addDocument(using, page);
  for (const part of ['files', 'write']) {
    // The first page says where the upload comes back to; the one after it, where the answer is written.
    const path = new RegExp(`/referral/\\w+/answer/${part}/[\\w.-]+`).exec(page.body + added.body)?.[0] ?? '';
    await measure(`GET /referral/…/answer/${part}/…`, () => using.get(at.url + path));
  }
}

async function whenStopped(at: Service, measure: Measure): Promise<void> {
  await moveToDay(at, '2026-10-06');
  const lacking = await submit(at, 'C08', anotherChild());
  await statusWhen(at, lacking, 'NOT_ACCEPTED');
  const again = await open(await linkIn(at, lacking, subjects.documentMissing));
  await measure('GET /referral/…/resubmit', () => again.using.get(again.address));
  const over = await submit(at, 'C03');
  await statusWhen(at, over, 'REDIRECTED');
  const forward = await open(await linkIn(at, over, subjects.mayWeShare), '2023-10-05');
  await measure('GET /referral/…/forward', () => forward.using.get(forward.address));
}
