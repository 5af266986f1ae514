import { describe, expect, test } from 'vitest';
import { raiseAlarm } from '#application/intake/raise-alarm.ts';
import { ALERT } from '#application/notices/duty.ts';
import { followAlarm } from '#application/notices/follow-alarm.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { newDraft } from '#domain/draft/change.ts';
import { firstEntry } from '#domain/notices/ledger.ts';
import { alarmEnds, alertRoads, subjects } from '#test/kit/words/emails.ts';
import { caseWith, config } from './sample.ts';
import { world } from './world.ts';

const idOf = (n: number) => `${n}`.padStart(12, '0').repeat(5);

async function duty() {
  const { deps, stores, clock, post } = await world(caseWith({}));
  const settle = settleNotice(deps);
  /** Does what the sweeper finds due, once a minute, for so many minutes. */
  const pass = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      clock.advanceMinutes(1);
      for (const row of await stores.indexes.due('NOTICE', clock.now(), 100))
        if ('noticeId' in row) await settle(row.reference, row.noticeId);
    }
  };
  const raise = (n: number, more = {}) => raiseAlarm(deps)({ id: idOf(n), caller: 'a', at: clock.now(), ...more });
  const follow = followAlarm(deps);
  const said = () => post.sent.map(({ subject }) => subject);
  const stateOf = async (n: number, id: string = ALERT.id) => (await stores.notices.readNotice(idOf(n), id))?.state;
  return { deps, stores, clock, post, pass, raise, follow, said, stateOf };
}

describe('alarms of immediate risk', () => {
  test('the first goes at once, with how to reach its sender and no other word of theirs', async () => {
    const { raise, post } = await duty();
    await raise(1, { sender: { phone: '01632 960111', email: 'hv@example.org' } });
    expect(post.sent).toHaveLength(1);
    expect(post.sent[0]?.subject).toContain(subjects.risk);
    for (const way of ['01632 960111', 'hv@example.org']) expect(post.sent[0]?.text).toContain(way);
  });

  test.each([
    ['the API', { caller: 'a', sender: { phone: '01632 960111' } }, 'other'],
    ['the API, from no one who can be reached', { caller: 'a' }, 'other'],
    ['a form that was sent without a draft', { caller: 'form' }, 'other'],
    ['a draft', { caller: 'form', draftId: 'A'.repeat(22) }, 'form'],
  ] as const)('one by %s says only what is true of that road', async (_road, more, road) => {
    const { raise, post } = await duty();
    await raise(1, more);
    const text = post.sent[0]?.text.replace(/\s+/g, ' ');
    const other = road === 'form' ? 'other' : 'form';
    for (const words of alertRoads[road]) expect(text).toContain(words);
    for (const words of alertRoads[other]) expect(text).not.toContain(words);
  });

  test('20 more within ten minutes are one email with their number, and none is lost', async () => {
    const { raise, post, pass, stateOf } = await duty();
    await raise(1);
    for (let n = 2; n <= 21; n += 1) await raise(n, n === 2 ? { sender: { phone: '01632 960222' } } : {});
    expect(post.sent).toHaveLength(1);
    await pass(12);
    expect(post.sent).toHaveLength(2);
    expect(post.sent[1]?.subject).toContain('20 more alerts');
    expect(post.sent[1]?.text).toContain('01632 960222');
    const states = await Promise.all(Array.from({ length: 21 }, (_, n) => stateOf(n + 1)));
    expect(new Set(states)).toEqual(new Set(['SENT']));
  });

  test('30 at once are two emails', async () => {
    const { raise, post, pass } = await duty();
    await Promise.all(Array.from({ length: 30 }, (_, n) => raise(n + 1)));
    await pass(12);
    expect(post.sent).toHaveLength(2);
    expect(post.sent[1]?.subject).toContain('29 more alerts');
  });

  test('one more within ten minutes is an alert like the first, when they are over', async () => {
    const { raise, pass, said } = await duty();
    await raise(1);
    await raise(2);
    await pass(9);
    expect(said()).toHaveLength(1);
    await pass(2);
    expect(said()[1]).toContain(subjects.risk);
  });

  test('one after ten minutes goes at once again', async () => {
    const { raise, clock, said } = await duty();
    await raise(1);
    clock.advanceMinutes(10);
    await raise(2);
    expect(said()).toHaveLength(2);
  });

  test('the same one again, before and after it has gone, is none (twice)', async () => {
    const { raise, pass, said } = await duty();
    for (const n of [1, 1, 2, 2, 3, 3]) await raise(n);
    await pass(12);
    for (const n of [1, 2, 3]) await raise(n);
    await pass(12);
    expect(said()).toHaveLength(2);
    expect(said()[1]).toContain('2 more alerts');
  });

  test('none is lost while no email can be sent (half-finished)', async () => {
    const { raise, post, pass, stateOf } = await duty();
    await raise(1);
    for (const n of [2, 3]) await raise(n);
    await pass(9);
    post.setOutOfReach(true);
    await pass(5);
    for (const n of [4, 5]) await raise(n);
    post.setOutOfReach(false);
    await pass(15);
    expect(await Promise.all([1, 2, 3, 4, 5].map((n) => stateOf(n)))).toEqual(Array(5).fill('SENT'));
  });
});

describe('an alarm that the mail service refuses for good', () => {
  const notTold = async () => {
    const all = await duty();
    all.post.refuse(config.dutyMailbox);
    const told = () => all.deps.log.lines.flatMap(({ event, fields }) => (event === 'duty-not-told' ? [fields] : []));
    return { ...all, told };
  };

  test('is told to the operators straight away, once, and by no name', async () => {
    const { raise, pass, told } = await notTold();
    await raise(1, { sender: { phone: '01632 960111' } });
    await raise(1);
    await pass(5);
    expect(told()).toEqual([{ reference: idOf(1), noticeId: ALERT.id, why: 'MessageRejected' }]);
  });

  test('is told as well when it waited for others, and when several go in one email', async () => {
    const { raise, pass, told } = await notTold();
    for (const n of [1, 2]) await raise(n);
    await pass(12);
    for (const n of [3, 4, 5]) await raise(n);
    await pass(12);
    expect(told().map(({ reference, noticeId }) => [reference, noticeId])).toEqual([
      [idOf(1), ALERT.id],
      [idOf(2), ALERT.id],
      [idOf(3), ALERT.id],
      [idOf(3), 'DUTY_ALERTS-DUTY'],
    ]);
  });

  test('is told when only the news of how to reach its sender was refused', async () => {
    const { deps, post, follow, told } = await notTold();
    await raiseAlarm({ ...deps, mailer: { send: async () => ({ messageId: 'm1' }) } })({
      ...{ id: idOf(1), caller: 'a', at: deps.now() },
    });
    await follow({ id: idOf(1), kind: 'DUTY_CONTACT' });
    expect(post.sent).toEqual([]);
    expect(told().map(({ noticeId }) => noticeId)).toEqual(['DUTY_CONTACT-DUTY']);
  });

  test('is told when the sweeper gives up after tries that were cut off (half-finished)', async () => {
    const { deps, stores, clock, pass, told } = await notTold();
    const first = firstEntry(idOf(1), ALERT, clock.now());
    await stores.audit.keepStub({ id: idOf(1), caller: 'a', at: deps.now(), outcome: '', reason: '' });
    await stores.notices.claimNotice({ ...first, attempts: 5 });
    await pass(5);
    expect(told()).toEqual([{ reference: idOf(1), noticeId: ALERT.id, why: 'TRIED_TOO_OFTEN' }]);
  });
});

describe('news of an alarm', () => {
  const clear = { kind: 'DUTY_ALL_CLEAR', why: 'TAKEN_BACK' } as const;

  test('is one all-clear, which asks to call all the same, however often it is told', async () => {
    const { raise, follow, post, pass } = await duty();
    await raise(1, { sender: { phone: '01632 960111' } });
    for (let n = 0; n < 3; n += 1) await follow({ id: idOf(1), ...clear });
    await follow({ id: idOf(1), ...clear, why: 'CALLED' });
    await pass(5);
    expect(post.sent).toHaveLength(2);
    const text = post.sent[1]?.text.replace(/\s+/g, ' ');
    expect(text).toContain('must still call to make sure that the child is safe');
    expect(text).toContain('01632 960111');
  });

  test.each([
    ['TAKEN_BACK', alarmEnds.takenBack],
    ['CALLED', alarmEnds.called],
    ['LATER', alarmEnds.takenBack],
  ])('says why: %s', async (why, words) => {
    const { raise, follow, post } = await duty();
    await raise(1);
    await follow({ id: idOf(1), ...clear, why });
    expect(post.sent[1]?.text.replace(/\s+/g, ' ')).toContain(words);
  });

  test('goes to no one where no alert was raised', async () => {
    const { follow, pass, said } = await duty();
    await follow({ id: idOf(1), ...clear });
    await pass(5);
    expect(said()).toEqual([]);
  });

  test('waits until the alert has gone, alone or with others (out of order)', async () => {
    const { raise, follow, pass, said } = await duty();
    await raise(1);
    for (const n of [2, 3]) await raise(n);
    await follow({ id: idOf(2), ...clear });
    await pass(9);
    expect(said()).toHaveLength(1);
    await pass(5);
    expect(said().map((subject) => subject.slice(subject.indexOf(':') + 2))).toEqual([
      subjects.risk,
      '2 more alerts',
      'news from the sender',
    ]);
  });

  test('is not sent where the alert failed for good', async () => {
    const { deps, raise, follow, pass, said, stores } = await duty();
    await raise(1);
    const sent = await stores.notices.readNotice(idOf(1), ALERT.id);
    if (!sent) return expect.fail('No alert.');
    await deps.notices.saveNotice({ ...sent, state: 'FAILED', attempts: 2 }, 1);
    await follow({ id: idOf(1), ...clear });
    await pass(5);
    expect(said()).toHaveLength(1);
  });

  test('is how to reach the sender of a draft, once they say so', async () => {
    const { raise, follow, post, stores, clock, deps } = await duty();
    const draft = newDraft('A'.repeat(22), clock.now(), deps.policy);
    await stores.drafts.saveDraft(draft);
    await raise(1, { draftId: draft.id });
    expect(post.sent[0]?.text.replace(/\s+/g, ' ')).toContain('has not told us yet how to reach them');
    const answers = { 'referrer.phone': '01632 960333 (ask for Poppy’s health visitor)', 'child.firstName': 'Poppy' };
    await stores.drafts.saveDraft({ ...draft, version: 2, answers });
    for (let n = 0; n < 2; n += 1) await follow({ id: idOf(1), kind: 'DUTY_CONTACT' });
    expect(post.sent).toHaveLength(2);
    expect(post.sent[1]?.text).toContain('01632 960333');
    expect(JSON.stringify(post.sent)).not.toContain('Poppy');
  });
});
