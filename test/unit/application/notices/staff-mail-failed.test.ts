import { describe, expect, test } from 'vitest';
import { sendNotices } from '#application/notices/send-notices.ts';
import { reassignTask } from '#application/triage/reassign-task.ts';
import { digestDay, digestId } from '#domain/notices/digest.ts';
import {
  joined,
  leaveChanged,
  left,
  mailboxChanged,
  mailTrusted,
  rolesChanged,
  type TeamChange,
} from '#domain/people/change.ts';
import { mailFailsSince } from '#domain/people/person.ts';
import type { Team } from '#domain/people/team.ts';
import { digestLines, IN_PLACE } from '#test/kit/words/emails.ts';
import { moment } from '#test/unit/domain/people/sample.ts';
import { aJoiner, asked, chief, one, requestTo } from './bounces.ts';
import { caseWith, inId, listed, manager, reference, referral, taskOf, triager1, triager2 } from './sample.ts';

const toOperator = 'STAFF_MAIL_FAILED';

describe('a request to decide that comes back', () => {
  test.each(['Bounce', 'Complaint', 'Reject'])(
    'as %s goes to the next person, with a link of their own, once',
    async (kind) => {
      const { event, sweep, sentTo, post } = await asked();
      expect(sentTo('TRIAGE_REQUEST')).toEqual(['triage-1@example.org', 'triage-2@example.org']);
      await event(requestTo(triager1), kind);
      await sweep();
      await sweep();
      expect(sentTo('TRIAGE_REQUEST').slice(2)).toEqual(['manager@example.org']);
      const links = post.sent.flatMap(({ text }) => /\S+\/triage\/l\/\S+/.exec(text) ?? []);
      expect(new Set(links).size).toBe(3);
    },
  );

  test('goes to another who decides before the manager, at once instead of with a digest', async () => {
    const { change, send, deps, event, sweep, sentTo } = await asked();
    await change((team) => joined(team, moment, aJoiner('n1')));
    await send('TASK_OPENED');
    expect(sentTo('TRIAGE_REQUEST')).not.toContain('n1@example.org');
    await reassignTask(deps, reference);
    await event(requestTo(triager1));
    await sweep();
    expect(sentTo('TRIAGE_REQUEST').slice(2)).toEqual(['n1@example.org']);
  });

  test('names in the history whose email it was and who is asked', async () => {
    const { event, theCase } = await asked();
    await event(requestTo(triager1));
    const failed = { event: 'NOTICE_FAILED', why: 'BOUNCED', person: one, next: manager };
    expect((await theCase()).history.at(-1)).toMatchObject(failed);
  });

  test('is told to the operator once, however many come back, without an address', async () => {
    const { event, sweep, post, sentTo } = await asked();
    await event(requestTo(triager1));
    await sweep();
    await event(requestTo(triager1), 'Complaint');
    await sweep();
    expect(sentTo(toOperator)).toEqual(['op@example.org']);
    const [said] = post.sent.filter(({ to }) => to === 'op@example.org');
    expect(said?.subject).toContain(reference);
    expect(JSON.stringify([said?.subject, said?.text])).not.toContain('triage-1@example.org');
    expect(said?.text).toContain(one);
  });

  test('to the only operator of their own mailbox is told to the service manager', async () => {
    const { change, event, sweep, sentTo } = await asked();
    await change((team) => rolesChanged(team, moment, 'op', []));
    await change((team) => rolesChanged(team, moment, one, ['TRIAGER', 'OPERATOR']));
    await event(requestTo(triager1));
    await sweep();
    expect(sentTo(toOperator)).toEqual(['manager@example.org']);
  });
});

describe('what harms nothing', () => {
  test('the same event again (twice) asks no one else, also after the next was written to', async () => {
    const { event, sweep, sentTo, theCase } = await asked();
    await event(requestTo(triager1));
    await event(requestTo(triager1));
    await sweep();
    await event(requestTo(triager1));
    await sweep();
    expect(sentTo('TRIAGE_REQUEST')).toHaveLength(3);
    expect((await theCase()).history.filter((e) => e.event === 'NOTICE_FAILED')).toHaveLength(1);
  });

  test('one that comes when the task is closed (late) asks no one, and the team still knows', async () => {
    const { stores, event, sweep, sentTo, theCase, person } = await asked();
    const before = await theCase();
    await stores.cases.saveCase({ ...before, task: null, version: before.version + 1 });
    await event(requestTo(triager1));
    await sweep();
    expect(sentTo('TRIAGE_REQUEST')).toHaveLength(2);
    expect(mailFailsSince((await person(one)) ?? {})).toBeDefined();
  });

  test('one that comes before its sender has settled (out of order) asks the next all the same', async () => {
    const { stores, event, sweep, sentTo } = await asked();
    const entry = await stores.notices.readNotice(reference, requestTo(triager1));
    if (!entry) throw new Error('not there');
    const { settledAt: _at, messageId: _id, ...claimed } = entry;
    await stores.notices.saveNotice({ ...claimed, state: 'CLAIMED' }, entry.attempts);
    await event(requestTo(triager1));
    await sweep();
    expect(sentTo('TRIAGE_REQUEST').slice(2)).toEqual(['manager@example.org']);
  });

  test('one to a colleague who has been removed marks no one, tells no operator and asks no one', async () => {
    const { change, event, sweep, sentTo, person } = await asked();
    await change((team) => left(team, moment, one));
    await event(requestTo(triager1));
    await sweep();
    expect(sentTo(toOperator)).toEqual([]);
    expect(sentTo('TRIAGE_REQUEST')).toHaveLength(2);
    expect((await person(one))?.mailFailed).toBeUndefined();
  });

  test.each<[string, (team: Team, now: string) => TeamChange]>([
    ['another address', (team, now) => mailboxChanged(team, { ...moment, now }, one, 'new@example.org')],
    ['that emails arrive again', (team, now) => mailTrusted(team, { ...moment, now }, one)],
  ])(
    'one that was sent before someone recorded %s (late) says nothing of the mailbox of today',
    async (_what, made) => {
      const { change, clock, event, person, sweep, sentTo } = await asked();
      clock.advanceMinutes(5);
      await change((team) => made(team, clock.now()));
      await event(requestTo(triager1));
      await sweep();
      expect(mailFailsSince((await person(one)) ?? {})).toBeUndefined();
      expect(sentTo(toOperator)).toEqual([]);
    },
  );
});

describe('who is next', () => {
  test('is no one who is away', async () => {
    const { change, event, sweep, sentTo } = await asked();
    const today = [{ from: '2026-09-24', to: '2026-09-24' }];
    await change((team) => leaveChanged(team, moment, chief, today));
    await event(requestTo(triager1));
    await sweep();
    expect(sentTo('TRIAGE_REQUEST')).toHaveLength(2);
  });

  test('is no one whose own email came back too', async () => {
    const { event, sweep, sentTo } = await asked();
    await event(requestTo(triager1));
    await sweep();
    await event(requestTo(manager));
    await event(requestTo(triager2));
    await sweep();
    expect(sentTo('TRIAGE_REQUEST')).toEqual(['triage-1@example.org', 'triage-2@example.org', 'manager@example.org']);
    expect(sentTo(toOperator)).toHaveLength(3);
  });

  test('is asked from now on: the colleague who is not reached gets nothing more, until someone puts it right', async () => {
    const { event, sweep, change, clock, deps, theCase } = await asked();
    await event(requestTo(triager1));
    await sweep();
    const remind = async (round: number) => {
      const now = await theCase();
      const task = now.task ? { ...now.task, round } : null;
      await sendNotices(deps)('TASK_REMINDED', { ...now, task }, referral);
    };
    const owedTo = (code: string, round: number) =>
      deps.notices.readNotice(reference, `TRIAGE_REMINDER-${reference}-T1-RUN1-R${round}-${inId(code)}`);
    await remind(1);
    expect(await owedTo(triager1, 1)).toBeUndefined();
    expect(await owedTo(triager2, 1)).toBeDefined();
    clock.advanceMinutes(1);
    await change((team) => mailTrusted(team, { ...moment, now: clock.now() }, one));
    await remind(2);
    expect(await owedTo(triager1, 2)).toMatchObject({ state: 'CLAIMED' });
  });

  test('of what is to be done beside the decision is who may do it', async () => {
    const listing = listed('INITIAL_ASSESSMENT');
    const { event, send, nextMorning, sweep, sentTo } = await asked({ ...listing, next: 'DONE', outbox: [] });
    await send('OUTCOME');
    await nextMorning();
    await event(digestId(manager), 'Bounce', digestDay('2026-09-25'));
    await sweep();
    // To confirm a band is asked of everyone who decides.
    expect(sentTo('TEAM_DIGEST')).toEqual(['manager@example.org', 'triage-1@example.org']);
  });
});

describe('a digest that comes back', () => {
  /** A second reminder, of which everyone who decides hears with their digest. */
  async function digested() {
    const open = { ...caseWith({ status: 'IN_TRIAGE', next: 'TRIAGE', outbox: [], tasks: 1 }) };
    const theCase = { ...open, task: { ...taskOf('TRIAGE', 2), recipients: [triager1, triager2, manager] } };
    const it = await asked(theCase);
    await it.send('TASK_REMINDED');
    await it.nextMorning();
    const day = digestDay('2026-09-25');
    return { ...it, back: (to: string) => it.event(digestId(to), 'Bounce', day) };
  }

  test('is told to the next person in one more email, once, with a link of their own', async () => {
    const { back, sweep, post, sentTo } = await digested();
    const before = sentTo('TEAM_DIGEST').length;
    await back(triager1);
    await back(triager1);
    await sweep();
    await sweep();
    expect(sentTo('TEAM_DIGEST').slice(before)).toEqual(['manager@example.org']);
    const said = post.sent.findLast(({ to }) => to === 'manager@example.org')?.text;
    expect(said).toContain(digestLines.triageAgain);
    expect(said).toContain(IN_PLACE);
  });

  test('is noted in the case of each thing that it told', async () => {
    const { back, theCase } = await digested();
    await back(triager1);
    expect((await theCase()).history.at(-1)).toMatchObject({ event: 'NOTICE_FAILED', person: one, next: manager });
  });

  test('is passed on again where the next email comes back too, until no one is left', async () => {
    const { back, event, sweep, sentTo } = await digested();
    const before = sentTo('TEAM_DIGEST').length;
    await back(triager1);
    await sweep();
    await event(digestId(manager, triager1), 'Bounce', digestDay('2026-09-25'));
    await sweep();
    expect(sentTo('TEAM_DIGEST').slice(before)).toEqual(['manager@example.org']);
    expect(sentTo(toOperator)).toHaveLength(2);
  });

  test('says what it told also when it comes back before its sender has settled (out of order)', async () => {
    const { stores, back, theCase } = await digested();
    const entry = await stores.notices.readNotice(digestDay('2026-09-25'), digestId(triager1));
    expect(entry?.carries).toHaveLength(1);
    if (!entry) throw new Error('not there');
    const { settledAt: _at, messageId: _id, ...claimed } = entry;
    await stores.notices.saveNotice({ ...claimed, state: 'CLAIMED' }, entry.attempts);
    await back(triager1);
    expect((await theCase()).history.at(-1)).toMatchObject({ event: 'NOTICE_FAILED', next: manager });
  });
});
