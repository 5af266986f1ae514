import { describe, expect, it } from 'vitest';
import { deathRecorded } from '#domain/case/death.ts';
import { lookAgainTodoId } from '#domain/case/look-again.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { lookAgainPageWords, lookAgainWords } from '#web/referral/look-again/words.ts';
import { hidden } from '../browser.ts';
import { codeOf, reference } from '../records.ts';
import { declined, inTriage, onList, stopped } from './standings.ts';
import { referrerWorld } from './world.ts';

const status = `/referral/${reference}/status`;
const checkAgain = `${status}/check-again`;
const mailbox = 'referrer01@example.org';
const reason = 'She was <b>ill</b> that day, ask Ada Mother';
const moment = { now: '2026-09-24T07:45:00.000Z', policyVersion: 1 };
const gone = withdrawn(inTriage, moment, { reason: 'The family moved', by: referrerActor(mailbox) });
const withdrawnCase = { ...(gone ?? inTriage), version: 1 };

async function opened(theCase = declined, purpose: 'STATUS' | 'RESUBMIT' | 'FORWARD' = 'STATUS') {
  const world = await referrerWorld(theCase, purpose);
  const { using } = await world.visit();
  const csrf = async () => hidden(await using.get(`${status}/told`), 'csrf');
  const ask = async (typed: string, by = using) => by.post(checkAgain, { csrf: await csrf(), reason: typed });
  return { ...world, using, ask, todos: () => world.stores.todos.todosOf(reference) };
}

describe('asking the team to check a closed referral again', () => {
  const ends = [
    ['declined', declined, 'STATUS'],
    ['out of scope', stopped('OUT_OF_SCOPE', 'TOO_OLD'), 'STATUS'],
    ['without agreement', stopped('NOT_ACCEPTED_NO_CONSENT', 'NO_CONSENT'), 'STATUS'],
    ['without a document', stopped('NOT_ACCEPTED_NO_EVIDENCE', 'NO_EVIDENCE'), 'RESUBMIT'],
    ['redirected by the rules', stopped('REDIRECTED_EY_ADVISORY', 'OVER_AGE'), 'FORWARD'],
    ['withdrawn', withdrawnCase, 'STATUS'],
  ] as const;
  it.each(ends)('is offered and taken where it ended, and stays closed: %s', async (_how, theCase, purpose) => {
    const world = await opened(theCase, purpose);
    expect((await world.using.get(status)).body).toContain(`${checkAgain}"`);
    const page = (await world.using.get(checkAgain)).body;
    for (const words of ['call 999', lookAgainPageWords.answered, lookAgainPageWords.aim(5)])
      expect(page).toContain(words);
    expect((await world.ask(reason)).location).toBe(checkAgain);
    const after = await world.theCase();
    expect(after).toMatchObject({
      status: theCase.status,
      next: theCase.next,
      lookAgain: { at: '2026-09-24T08:00:00.000Z' },
    });
    expect(after.history.at(-1)).toMatchObject({ event: 'LOOK_AGAIN_ASKED', text: reason });
    expect(after.moveBy).toBe(theCase.moveBy);
  });

  it('opens one task of the service managers, and each finds it in the digest of the morning', async () => {
    const { ask, todos, mailer, stores, theCase } = await opened();
    await ask(reason);
    const id = lookAgainTodoId(await theCase());
    expect(await todos()).toMatchObject([{ id, kind: 'LOOK_AGAIN', for: 'ROLE:SERVICE_MANAGER' }]);
    expect((await todos())[0]?.due.slice(0, 10)).toBe('2026-10-01');
    const told = (await stores.notices.noticesOf(reference)).filter(({ kind }) => kind === 'TEAM_LOOK_AGAIN');
    expect(told.map(({ to, heldUntil }) => [to, heldUntil])).toEqual([
      [codeOf('manager@example.org'), '2026-09-24T08:10:00.000Z'],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/that day|Ada Mother/);
    expect(mailer.sent.filter(({ tags }) => tags.noticeId?.startsWith('TEAM_LOOK_AGAIN'))).toEqual([]);
  });

  it('shows what was asked, escaped, and says on the status page that an answer is waited for', async () => {
    const { ask, using } = await opened();
    await ask(reason);
    expect((await using.get(checkAgain)).body).toContain('She was &lt;b&gt;ill');
    const page = (await using.get(status)).body;
    expect(page).toContain('Our answer. You or your team asked the team to check again on 24 September 2026.');
    expect(page).toContain(lookAgainPageWords.askedTitle);
  });

  it('is done once when the same form is sent again (twice)', async () => {
    const { ask, todos, mailer, theCase } = await opened();
    await ask(reason);
    const sent = mailer.sent.length;
    expect((await ask(reason)).location).toBe(checkAgain);
    expect([(await todos()).length, mailer.sent.length]).toEqual([1, sent]);
    expect((await theCase()).history.filter(({ event }) => event === 'LOOK_AGAIN_ASKED')).toHaveLength(1);
  });

  it('says of something else that it was asked already, and keeps what was typed (late)', async () => {
    const { ask, todos, theCase } = await opened();
    await ask(reason);
    const answer = await ask('We have a new report');
    expect(answer.status).toBe(409);
    for (const words of [lookAgainPageWords.already, 'We have a new report']) expect(answer.body).toContain(words);
    expect([(await todos()).length, (await theCase()).lookAgain?.words]).toEqual([1, reason]);
  });

  it.each([
    ['nothing', ' ', lookAgainWords.WORDS_MISSING],
    ['one letter', 'x', lookAgainWords.WORDS_SAY_NOTHING],
    ['signs', '--', lookAgainWords.WORDS_SAY_NOTHING],
    ['a control character (hostile)', 'ill\u0007', lookAgainWords.WORDS_UNPRINTABLE],
  ])('is not taken with %s', async (_what, typed, sentence) => {
    const { ask, todos } = await opened();
    const answer = await ask(typed);
    expect([answer.status, answer.body.includes(sentence)]).toEqual([422, true]);
    expect(await todos()).toEqual([]);
  });

  it.each([
    ['in triage', inTriage],
    ['on a list', onList()],
    ['held as suspicious and refused', { ...stopped('NOT_A_REFERRAL', 'X'), suspicion: 'STANDS' } as const],
  ])('is not offered for a referral that is %s, and takes nothing (early)', async (_where, theCase) => {
    const { using, ask, todos, theCase: stored } = await opened(theCase);
    expect((await using.get(status)).body).not.toContain(checkAgain);
    expect((await using.get(checkAgain)).location).toBe(status);
    expect((await ask(reason)).status).toBe(409);
    expect([await todos(), (await stored()).lookAgain]).toEqual([[], undefined]);
  });

  it('is not offered once the child has died', async () => {
    const died = { ...(deathRecorded(declined, moment, referrerActor(mailbox)) ?? declined), version: 1 };
    const { using, ask, todos } = await opened(died);
    expect((await using.get(checkAgain)).body).not.toContain(lookAgainPageWords.button);
    await ask(reason).catch(() => undefined);
    expect(await todos()).toEqual([]);
  });

  const on = '2026-09-24';
  const kim = personActor('kim', 'Kim Manager', 'Manager');
  const answered = { at: moment.now, by: kim, on, words: 'She is <b>over</b> 3', reopens: false };

  it('is answered on the page of the referrer, in the words of our team and without a name', async () => {
    const lookAgain = { at: moment.now, by: referrerActor(mailbox), words: reason, answer: answered };
    const { using } = await opened({ ...declined, lookAgain });
    const { body } = await using.get(status);
    expect(body).toContain('She is &lt;b&gt;over');
    expect(body).not.toContain('Kim');
  });

  it('shows nothing of what the family asked, and nothing of the answer to them (hostile)', async () => {
    const asked = { at: moment.now, by: kim, words: 'xmark-family', from: 'FAMILY' } as const;
    for (const lookAgain of [asked, { ...asked, answer: { ...answered, words: 'xmark-answer' } }]) {
      const { using } = await opened({ ...declined, lookAgain });
      const pages = [(await using.get(status)).body, (await using.get(checkAgain)).body];
      for (const body of pages) expect(body).not.toContain('xmark');
    }
  });

  it.each([
    ['declined', declined, lookAgainPageWords.reopens],
    ['withdrawn', withdrawnCase, lookAgainPageWords.stays],
  ] as const)('says whether we could reopen what was %s', async (_how, theCase, sentence) => {
    const { using } = await opened(theCase);
    expect((await using.get(checkAgain)).body).toContain(sentence);
  });
});
