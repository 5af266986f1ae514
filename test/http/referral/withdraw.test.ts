import { describe, expect, it } from 'vitest';
import { recordDecision } from '#application/triage/record-decision.ts';
import { undoDecision } from '#application/triage/undo-decision.ts';
import type { Case } from '#domain/case/case.ts';
import { decisionSettled } from '#domain/case/decide.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { against } from '#test/kit/together.ts';
import { afterWithdrawalWords } from '#web/referral/family-words.ts';
import { withdrawWords } from '#web/referral/withdraw/words.ts';
import { refusedWords, withdrawalAskedWords, withdrawnWords, withdrawPageWords } from '#web/referral/words.ts';
import { hidden } from '../browser.ts';
import { caseOnReceipt, deciderId, otherReference, reference } from '../records.ts';
import { asked, declined, inTriage, onList } from './standings.ts';
import { referrerWorld } from './world.ts';

const at = `/referral/${reference}/status`;
const decline = {
  outcome: 'DECLINE',
  reason: 'No',
  deciderName: 'Sam Field',
  deciderRole: 'Portage practitioner',
  ...against,
};
const reason = 'The family has moved\nto another county';

/** A referrer who has followed their link and has the page for withdrawing open. */
async function opened(theCase: Case = inTriage) {
  const world = await referrerWorld(theCase, 'STATUS');
  const { using } = await world.visit();
  const page = await using.get(`${at}/withdraw`);
  const withdraw = (fields: Readonly<Record<string, string>> = { reason }, headers = {}) =>
    using.post(`${at}/withdraw`, { csrf: hidden(page, 'csrf'), ...fields }, headers);
  return { ...world, using, page, withdraw };
}

describe('the page for withdrawing', () => {
  it('says what it means, who tells the family, and what else could be done', async () => {
    const { page } = await opened();
    expect(page.status).toBe(200);
    for (const text of [withdrawPageWords.ends, afterWithdrawalWords.all, `href="${at}/hand-over"`])
      expect(page.body).toContain(text);
    expect(page.body).not.toContain('waiting list');
    expect(page.body).not.toMatch(/Poppy|Testerfield|parent01/);
  });

  it('says that the place on the waiting list is lost where there is one', async () => {
    const { page } = await opened(onList());
    for (const said of [withdrawPageWords.speakFirst, withdrawPageWords.offList, withdrawPageWords.ask])
      expect(page.body).toContain(said);
  });

  it('is not linked to, and leads to what was decided, once the referral has ended (late)', async () => {
    const { page, using } = await opened(declined);
    expect(page.status).toBe(409);
    expect(page.body).toContain(refusedWords.decided('24 September 2026 at 9am'));
    expect((await using.get(at)).body).not.toContain('/withdraw"');
  });

  it('leads to that our team withdrew it, where the referrer had asked us to, without a name or what we wrote down', async () => {
    const by = personActor('pat', 'Pat Hill', 'service manager');
    const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };
    const theCase = withdrawn(inTriage, moment, { reason: 'Rang at nine', by });
    const { using } = await opened(theCase);
    const { status, body } = await using.get(`${at}/withdrawn`);
    expect([status, body.includes('asked us to withdraw it')]).toEqual([200, true]);
    expect(body).not.toMatch(/Pat Hill|Rang at nine|undefined/);
  });

  it('is for nobody who opened no link, or one to another referral (hostile)', async () => {
    const { using, newBrowser, stores } = await opened();
    await stores.cases.createCase(caseOnReceipt(otherReference));
    const others = `/referral/${otherReference}/status/withdraw`;
    const answers = [
      await newBrowser().get(`${at}/withdraw`),
      await newBrowser().post(`${at}/withdraw`, { csrf: 'x' }),
      await using.get(others),
      await using.get(`${at}/withdraw`.replace(reference, '../x')),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});

describe('withdrawing', () => {
  it('ends the referral, says so, and is kept with the reason and the mailbox', async () => {
    const { withdraw, using, theCase } = await opened();
    const answer = await withdraw();
    expect([answer.status, answer.location]).toEqual([303, `${at}/withdrawn`]);
    const done = await using.get(answer.location);
    for (const text of [withdrawnWords.done, 'The family has moved', 'to another county', afterWithdrawalWords.all])
      expect(done.body).toContain(text);
    const { status, task, list } = await theCase();
    expect([status, task, list]).toEqual(['WITHDRAWN', null, null]);
    expect((await theCase()).withdrawal).toMatchObject({ reason, by: referrerActor('referrer01@example.org') });
  });

  it('pressed twice at once (twice) is done once and looks done both times', async () => {
    const { withdraw, theCase } = await opened();
    const answers = await Promise.all([withdraw(), withdraw(), withdraw()]);
    expect(answers.map(({ location }) => location)).toEqual(Array(3).fill(`${at}/withdrawn`));
    expect((await theCase()).history.filter(({ event }) => event === 'WITHDRAWN')).toHaveLength(1);
  });

  it('again with other words (late) changes nothing, keeps them, and says since when it is withdrawn', async () => {
    const { withdraw, using, theCase } = await opened();
    await withdraw();
    const again = await withdraw({ reason: 'Changed <b>words</b>' });
    expect(again.status).toBe(409);
    for (const text of ['already been withdrawn, on 24 September 2026', 'Changed &lt;b&gt;words&lt;/b&gt;'])
      expect(again.body).toContain(text);
    expect((await theCase()).withdrawal?.reason).toBe(reason);
    expect((await using.get(`${at}/withdraw`)).location).toBe(`${at}/withdrawn`);
  });

  it.each<[string, Case]>([
    ['while it is checked', caseOnReceipt()],
    ['while the referrer is asked something', asked],
  ])('%s is done', async (_when, theCase) => {
    const { withdraw, using } = await opened(theCase);
    expect((await withdraw()).location).toBe(`${at}/withdrawn`);
    const { body } = await using.get(at);
    expect(body).toContain('The referral was withdrawn.');
    expect(body).not.toMatch(/status\/withdraw"|hand-over"|\/answer"/);
  });

  it.each([
    ['no reason (half-finished)', '', withdrawWords.REASON_MISSING, ''],
    ['only spaces (half-finished)', ' \n ', withdrawWords.REASON_MISSING, ''],
    ['a reason of one letter', 'x', withdrawWords.REASON_SAYS_NOTHING, 'x'],
    ['a reason of signs', '--', withdrawWords.REASON_SAYS_NOTHING, '--'],
    ['a reason of stops and spaces', ' . . ', withdrawWords.REASON_SAYS_NOTHING, ''],
    ['a reason of 2001 characters', 'x'.repeat(2001), withdrawWords.REASON_TOO_LONG({ limit: 2000 }), 'x'.repeat(2001)],
    ['a reason with a control character (malformed)', 'Moved\u0007', withdrawWords.REASON_UNPRINTABLE, 'Moved'],
  ])('with %s answers 422, keeps what was typed and withdraws nothing', async (_kind, typed, said, kept) => {
    const { withdraw, theCase } = await opened();
    const answer = await withdraw({ reason: typed });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(/<title>Error: /);
    expect(answer.body).toContain('href="#reason"');
    for (const text of [said, kept]) expect(answer.body).toContain(text);
    expect((await theCase()).status).toBe('IN_TRIAGE');
  });

  it('without a reason at all (malformed) answers 422', async () => {
    const { withdraw } = await opened();
    expect((await withdraw({})).status).toBe(422);
  });

  it('with 2000 characters, each line break one of them, is done', async () => {
    const { withdraw } = await opened();
    expect((await withdraw({ reason: 'line\r\n'.repeat(400) })).status).toBe(303);
  });

  it.each([
    ['without a CSRF token', { csrf: '' }, {}],
    ['with the CSRF token of another browser', { csrf: 'a'.repeat(64) }, {}],
    ['from another site', {}, { Origin: 'https://evil.example' }],
  ])('%s (hostile) answers 403 and withdraws nothing', async (_kind, fields, headers) => {
    const { withdraw, theCase } = await opened();
    expect((await withdraw({ reason, ...fields }, headers)).status).toBe(403);
    expect((await theCase()).status).toBe('IN_TRIAGE');
  });

  it('is refused while a decision can be undone, with the reason kept, and works once it was undone', async () => {
    const { using, withdraw, service, theCase } = await opened();
    await recordDecision({ ...service, tellSecond: async () => {} })({
      reference,
      taskId: `${reference}-T1`,
      person: deciderId,
      ...decline,
    });
    const refused = await withdraw();
    expect(refused.status).toBe(409);
    for (const text of [refusedWords.title(reference), 'after 9:05am', 'The family has moved<br>to another county'])
      expect(refused.body).toContain(text);
    expect((await using.get(`${at}/withdraw`)).status).toBe(409);
    expect((await theCase()).task?.decision?.outcome).toBe('DECLINE');
    await undoDecision(service)({ reference, taskId: `${reference}-T1`, by: personActor(deciderId, 'Sam', 'triager') });
    expect((await withdraw()).location).toBe(`${at}/withdrawn`);
  });

  it('from a page that was opened before the end (late) is refused with what was first, the reason kept', async () => {
    const { withdraw, stores, clock, theCase, service } = await opened();
    await recordDecision({ ...service, tellSecond: async () => {} })({
      reference,
      taskId: `${reference}-T1`,
      person: deciderId,
      ...decline,
    });
    clock.advanceMinutes(5);
    const settled = decisionSettled(await theCase(), { now: clock.now(), policyVersion: 1 });
    if (settled) await stores.cases.saveCase({ ...settled, version: settled.version + 1 });
    const late = await withdraw();
    expect(late.status).toBe(409);
    for (const text of [refusedWords.decided('24 September 2026 at 9:05am'), 'The family has moved<br>'])
      expect(late.body).toContain(text);
    expect((await theCase()).status).toBe('DECLINED');
  });
});

describe('withdrawing a child who is on the waiting list', () => {
  it('is a request: the child stays on the list, and the page says that we speak with the family first', async () => {
    const { withdraw, using, theCase } = await opened(onList());
    const answer = await withdraw();
    expect([answer.status, answer.location]).toEqual([303, `${at}/withdrawn`]);
    const { body } = await using.get(answer.location);
    for (const said of [withdrawalAskedWords.title, withdrawPageWords.speakFirst, 'The family has moved'])
      expect(body).toContain(said);
    const { status, list, withdrawal } = await theCase();
    expect([status, list, withdrawal]).toEqual(['ON_WAITING_LIST', onList().list, undefined]);
    const standing = await using.get(at);
    expect(standing.body).toContain(withdrawPageWords.speakFirst);
    expect(standing.body).not.toContain('status/withdraw"');
  });

  it('pressed twice at once (twice) is one request, one TODO and one line in the digest of each manager', async () => {
    const { withdraw, theCase, stores, mailer } = await opened(onList());
    const answers = await Promise.all([withdraw(), withdraw(), withdraw()]);
    await withdraw();
    expect(answers.map(({ location }) => location)).toEqual(Array(3).fill(`${at}/withdrawn`));
    expect((await theCase()).history.filter(({ event }) => event === 'WITHDRAWAL_ASKED')).toHaveLength(1);
    expect(await stores.todos.todosOf(reference)).toMatchObject([
      { kind: 'CONFIRM_WITHDRAWAL', for: 'ROLE:SERVICE_MANAGER' },
    ]);
    const told = (await stores.notices.noticesOf(reference)).filter(({ kind }) => kind === 'TEAM_CONFIRM_WITHDRAWAL');
    expect(told.map(({ state, heldUntil }) => [state, heldUntil])).toEqual([['CLAIMED', '2026-09-24T08:10:00.000Z']]);
    expect(mailer.sent.filter(({ tags }) => tags.noticeId?.startsWith('TEAM_CONFIRM_WITHDRAWAL'))).toEqual([]);
  });

  it('again with other words (late) keeps them, and says since when it is asked for', async () => {
    const { withdraw, theCase } = await opened(onList());
    await withdraw();
    const again = await withdraw({ reason: 'Other words' });
    expect(again.status).toBe(409);
    for (const said of [refusedWords.asked('24 September 2026 at 9am'), 'Other words'])
      expect(again.body).toContain(said);
    expect((await theCase()).withdrawalAsked?.reason).toBe(reason);
  });
});
