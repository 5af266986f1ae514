import { writeTeam } from '#application/access/write-team.ts';
import { recordMailEvent } from '#application/notices/record-mail-event.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { reassignTask } from '#application/triage/reassign-task.ts';
import type { Case } from '#domain/case/case.ts';
import { joined, type TeamChange } from '#domain/people/change.ts';
import { seededId } from '#domain/people/seed.ts';
import type { Team } from '#domain/people/team.ts';
import { moment } from '#test/unit/domain/people/sample.ts';
import { caseWith, inId, reference, taskOf } from './sample.ts';
import { world } from './world.ts';

export const one = seededId('triage-1@example.org');
export const chief = seededId('manager@example.org');
export const requestTo = (code: string) => `TRIAGE_REQUEST-${reference}-T1-${inId(code)}`;
const open = caseWith({ status: 'IN_TRIAGE', next: 'TRIAGE', outbox: [], tasks: 1, task: taskOf('TRIAGE') });

/** A team with an operator, whom the service asks about a referral; what came back; and what the sweeper then does. */
export async function asked(theCase: Case = open) {
  const it = await world(theCase);
  const { stores, deps, clock, post } = it;
  const change = (made: (team: Team) => TeamChange) => writeTeam(deps)(made);
  await change((team) => joined(team, moment, { ...aJoiner('op'), roles: ['OPERATOR'] }));
  if (theCase.task) {
    await reassignTask(deps, reference);
    await it.send('TASK_OPENED');
  }
  const event = (noticeId: string, eventType = 'Bounce', tag = reference) =>
    recordMailEvent(deps)({
      detail: {
        ...{ eventType, news: { type: 'Permanent', status: eventType === 'Bounce' ? '5.1.1' : '' } },
        mail: { tags: { reference: [tag], noticeId: [noticeId] } },
      },
    });
  return {
    ...it,
    change,
    event,
    /** All that is due now, as the sweeper does it within a minute. */
    sweep: async () => {
      clock.advanceMinutes(1);
      for (const due of await stores.indexes.due('NOTICE', clock.now(), 100))
        if ('noticeId' in due) await settleNotice(deps)(due.reference, due.noticeId);
    },
    /** Whom emails went to, each with whether it is about that referral. */
    sentTo: (noticeId: string) =>
      post.sent.filter(({ tags }) => tags.noticeId.startsWith(noticeId)).map(({ to }) => to),
    theCase: async () => (await stores.cases.readCase(reference)) ?? theCase,
    person: async (id: string) => (await stores.team.readTeam())?.people.find((person) => person.id === id),
  };
}

/** Someone who joins, with a mailbox named after their id. */
export function aJoiner(id: string) {
  return { id, name: id, mailbox: `${id}@example.org`, roles: ['TRIAGER'] as const };
}
