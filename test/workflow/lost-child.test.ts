import { describe, expect, test } from 'vitest';
import { changeCase } from '#application/change-case.ts';
import { sweepDraft } from '#application/drafts/sweep-draft.ts';
import { lookAtLists } from '#application/lists/look-at-lists.ts';
import { sharingAgreed } from '#domain/case/shared.ts';
import { newDraft } from '#domain/draft/change.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { ADVISORY_TEACHERS } from '#domain/service/description/other-services.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testConfig } from '#test/http/service-config.ts';
import { balancing } from '#test/kit/balancing.ts';
import { caseAfter } from '#test/unit/domain/lists/place-histories.ts';
import { confirms } from './a-month.ts';
import { book, found, middayOf, waiting } from './assessment-road.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, refer, waitInVain } from './road.ts';

type One = ReturnType<typeof instance>;
const REFERRER = 'referrer01@example.org';
const PARENT = 'parent01@example.org';
const MANAGER = 'manager@example.org';
const DAY = 24 * 60;

/** The open things that people were asked to do about a referral: what, and who. */
async function asked(one: One, reference: string) {
  const open = (await one.todos.todosOf(reference)).filter(({ done }) => !done);
  return open.map(({ kind, for: who }) => `${kind} ${who}`);
}

/** A child who was accepted and waits. */
async function listed(one = instance()) {
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.sweep();
  return { one, reference };
}

/** So many days, with the sweeper in the middle of each. */
async function days(one: One, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    one.clock.advanceMinutes(DAY);
    await one.sweep();
  }
}

describe('a child who would be lost comes before a person in time', () => {
  test('the letter to the family comes back: within a minute the managers are to tell them in person', async () => {
    const { one, reference } = await listed();
    const letter = one.mail.findLast(({ to }) => to === PARENT)?.tags;
    const tags = { reference: [letter?.reference], noticeId: [letter?.noticeId] };

    await one.record({ detail: { eventType: 'Bounce', news: { type: 'Permanent', status: '5.1.1' }, mail: { tags } } });
    one.clock.advanceMinutes(1);
    await one.sweep();

    expect(await asked(one, reference)).toContain('TELL_IN_PERSON ROLE:SERVICE_MANAGER');
  });

  test('the list shows the child in another place than the record: the night rings ListUnbalanced', async () => {
    const lists = balancing();
    await lists.write(caseAfter(['accepted', 'band confirmed'], '23456789CDF'));
    await lists.put({ ...(await lists.caseItem('23456789CDF')), listKey: 'INITIAL_ASSESSMENT#Frome' });

    expect(await lists.night('2026-09-27')).toContainEqual(expect.stringMatching(/^23456789CDF /));
  });

  test('a draft is never sent: who began it is reminded while it can still be sent', async () => {
    const one = instance();
    const draft = { ...newDraft('AAAAAAAAAAAAAAAAAAAAAA', one.clock.now(), defaultPolicy), mailbox: REFERRER };
    await one.drafts.saveDraft(draft);
    const reminded: string[] = [];
    const mailDraftLink = async (_draft: unknown, mailbox: string) => {
      reminded.push(mailbox);
      return 'SENT' as const;
    };
    const look = sweepDraft({ ...one, config: testConfig, now: one.clock.now, mailDraftLink });

    while (one.clock.now() < draft.expiresAt) {
      await look(draft.id);
      one.clock.advanceMinutes(DAY);
    }

    expect(reminded).toEqual([REFERRER]);
  });

  test('a child on a list is withdrawn by mistake: they stay there until a manager has confirmed it', async () => {
    const { one, reference } = await listed();

    const result = await one.withdraw({ reference, by: REFERRER, reason: 'Meant for another child' });

    expect(result).toEqual({ kind: 'ASKED' });
    expect((await caseOf(one, reference)).shown).toBe('ON_WAITING_LIST');
    expect(await asked(one, reference)).toContain('CONFIRM_WITHDRAWAL ROLE:SERVICE_MANAGER');
  });

  test('a child whom no one has decided on is withdrawn by mistake: referrer and family hear of it at once', async () => {
    const one = instance();
    const reference = await refer(one, 'C01');
    const before = one.mail.length;

    await one.withdraw({ reference, by: REFERRER, reason: 'Meant for another child' });
    await one.sweep();

    expect((await caseOf(one, reference)).shown).toBe('WITHDRAWN');
    expect(one.mail.slice(before).map(({ to }) => to)).toEqual(expect.arrayContaining([REFERRER, PARENT]));
  });

  test('a question is never read: the referral is before the team again, with a task and a date', async () => {
    const one = instance();
    const reference = await refer(one, 'C01');
    await decideForGood(one, reference, 'REQUEST_INFORMATION');
    const before = one.clock.now();
    while ((await caseOf(one, reference)).shown !== 'IN_TRIAGE') await waitInVain(one);

    expect((Date.parse(one.clock.now()) - Date.parse(before)) / 60_000).toBeLessThan(28 * DAY);
    expect((await caseOf(one, reference)).task).toMatchObject({ kind: 'TRIAGE' });
  });

  test('a visit is past and no one records it: after three days the managers have the child to look at', async () => {
    const one = instance();
    const reference = await waiting(one);
    await confirms(one, reference);
    await book(one, reference, '2026-10-06');
    await middayOf(one, '2026-10-09');
    const deps = { ...one, config: testConfig, policy: defaultPolicy, now: one.clock.now };

    const before = one.mail.length;
    await lookAtLists(deps)();
    await days(one, 3);

    expect((await caseOf(one, reference)).list?.prompts).toContain('VISIT_NOT_RECORDED');
    expect(one.mail.slice(before).map(({ to }) => to)).toContain(MANAGER);
  });

  test('after the assessment the child is on no list: the night rings ListUnbalanced', async () => {
    const one = instance();
    const reference = await waiting(one);
    await book(one, reference, '2026-10-06');
    await middayOf(one, '2026-10-06');
    await found(one, reference, 'HOME_VISITING');
    const lists = balancing();
    const { shown: _shown, events: _events, ...assessed } = await caseOf(one, reference);
    await lists.write({ ...assessed, list: null });

    expect(await lists.night('2026-10-07')).toContainEqual(`${reference} ON_NO_LIST`);
  });

  test('the workflow dies: the case is parked, operators see the number that rings, and the manager is told', async () => {
    const one = instance();
    const reference = await refer(one, 'C01');
    await one.stop(`${reference}-intake-1`);

    await days(one, 10);

    expect((await caseOf(one, reference)).shown).toBe('PARKED');
    expect(one.metrics.get('ParkedCases')).toBe(1);
    expect(one.mail.filter(({ to, text }) => to === MANAGER && text.includes(reference)).length).toBeGreaterThan(0);
  });

  test('the other service never opens what was sent to it: after three working days it and the referrer hear', async () => {
    const one = instance();
    const reference = await refer(one, 'C01');
    await decideForGood(one, reference, 'REDIRECT', 'As agreed', { service: ADVISORY_TEACHERS });
    const moment = { now: one.clock.now(), policyVersion: 1 };
    await changeCase(one.cases, reference, (current) => sharingAgreed(current, moment, referrerActor(REFERRER)));
    await one.sweep();
    const before = one.mail.length;

    await days(one, 6);

    const since = one.mail.slice(before).filter(({ tags }) => tags.reference === reference);
    expect(since.map(({ to }) => to)).toEqual(expect.arrayContaining([testConfig.advisoryTeacherMailbox, REFERRER]));
  });
});
