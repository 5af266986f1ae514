import { expect, test } from 'vitest';
import { writeTeam } from '#application/access/write-team.ts';
import { joined, left, mailboxChanged } from '#domain/people/change.ts';
import { seededId } from '#domain/people/seed.ts';
import { digestLines } from '#test/kit/words/emails.ts';
import { moment } from '#test/unit/domain/people/sample.ts';
import { caseWith, inId, listed, manager, reference, referral, taskOf, triager1, triager2 } from './sample.ts';
import { world } from './world.ts';

const [one, two] = [seededId('triage-1@example.org'), seededId('triage-2@example.org')];
const asked = { ...taskOf('TRIAGE'), recipients: [triager1, triager2, manager] };
const triage = caseWith({ status: 'IN_TRIAGE', next: 'TRIAGE', outbox: [], tasks: 1, task: asked });
const newcomer = { id: 'n1', name: 'Nat', mailbox: 'nat@example.org', roles: ['TRIAGER'] } as const;
const requestTo = (code: string) => `TRIAGE_REQUEST-${reference}-T1-${inId(code)}`;

/** Notices that the mail service has put off, and changes of the team since. */
async function putOff(...[theCase, options]: Parameters<typeof world>) {
  const opened = await world(theCase, options);
  opened.post.setOutOfReach(true);
  await opened.send(theCase.task ? 'TASK_OPENED' : 'OUTCOME');
  opened.post.setOutOfReach(false);
  opened.clock.advanceMinutes(2);
  const change = writeTeam(opened.deps);
  return {
    ...opened,
    leaves: (id: string) => change((team) => left(team, moment, id)),
    joins: () => change((team) => joined(team, moment, newcomer)),
    moves: (id: string, mailbox: string) => change((team) => mailboxChanged(team, moment, id, mailbox)),
    sentTo: () => opened.post.sent.map(({ to }) => to),
  };
}

test('a request whose triager has left is given up as that, and goes to no one else', async () => {
  const { leaves, settle, entryTo, sentTo, history } = await putOff(triage);
  await leaves(one);
  await settle(requestTo(triager1));
  expect(await entryTo(triager1)).toMatchObject({ state: 'FAILED', why: 'PERSON_LEFT' });
  expect(sentTo()).not.toContain('triage-1@example.org');
  expect((await history()).map(({ event }) => event)).not.toContain('NOTICE_FAILED');
});

test('whoever has joined since is asked in their place, once, and may decide', async () => {
  const { leaves, joins, settle, sentTo, stores } = await putOff(triage);
  await leaves(one);
  await joins();
  await settle(requestTo(triager1));
  await settle(requestTo(triager2));
  expect(sentTo()).toEqual(['triage-2@example.org', 'nat@example.org']);
  const recipients = (await stores.cases.readCase(reference))?.task?.recipients;
  expect(recipients).toEqual([triager2, 'PERSON:n1', manager]);
});

test('a request whose triager has moved goes to where they are now, with a link for it', async () => {
  const { moves, settle, sentTo, entryTo } = await putOff(triage);
  await moves(one, 'new@example.org');
  await settle(requestTo(triager1));
  expect(sentTo()).toEqual(['new@example.org']);
  expect(await entryTo(triager1)).toMatchObject({ state: 'SENT' });
});

test('two who swap mailboxes get each their own request', async () => {
  const { moves, settle, post } = await putOff(triage);
  await moves(one, 'between@example.org');
  await moves(two, 'triage-1@example.org');
  await moves(one, 'triage-2@example.org');
  await settle(requestTo(triager1));
  await settle(requestTo(triager2));
  expect(post.sent.map(({ to, tags }) => [to, tags.noticeId])).toEqual([
    ['triage-2@example.org', requestTo(triager1)],
    ['triage-1@example.org', requestTo(triager2)],
  ]);
});

test('a family to be told in person is told of to someone, though the service manager has left', async () => {
  const parents = [{ name: 'A. Mother', email: 'mother@example.org', doNotContact: true }];
  const body = { ...referral, family: { parents } };
  const { leaves, settle, post, nextMorning } = await putOff(listed('INITIAL_ASSESSMENT'), { body });
  await leaves(seededId('manager@example.org'));
  await settle(`TEAM_TELL_IN_PERSON-${inId(manager)}`);
  await nextMorning();
  const inPerson = post.sent.filter(({ text }) => text.includes(digestLines.tellInPerson));
  expect(inPerson.map(({ to }) => to).toSorted()).toEqual(['triage-1@example.org', 'triage-2@example.org']);
});
