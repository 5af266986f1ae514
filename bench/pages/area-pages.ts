import type { Case } from '#domain/case/case.ts';
import { printOfEnd, todoAsked } from '#domain/notices/asked-todos.ts';
import { personActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { checkedCase, reference, storedReferral, withTask } from '#test/http/records.ts';
import { managing } from '#test/http/staff/managing.ts';
import { AGENDA, meetingWorld, NEXT, nth, TODAY } from '#test/http/staff/meeting-world.ts';
import { taskId, triageWorld } from '#test/http/staff/world.ts';
import { type Opened, opened } from './opened.ts';

/** As many letters as a team posts in a busy week. */
const LETTERS = 30;
const ended = { status: 'DECLINED', outcome: 'DECLINE', next: 'DONE', task: null } as const;
const family = { parents: [{ name: 'A. Mother', address: '1 Example Road, Taunton, TA1 9ZZ' }] };

const OF_AREA = ['/triage/hand-on', '/check-again', '/records', '/meetings'];
const FACTS = ['/no-email', '/birth-date', '/contact', '/responsibility'];
const PERSON = `/staff/settings/people/${seededId('triage-2@example.org')}`;

const ask: Case['ask'] = {
  ...{ why: 'INFORMATION_REQUESTED', question: 'How does she play?', failed: [], untilAt: null },
  by: personActor('someone', 'Sam Someone', 'triager'),
};

/** The pages of the staff area that are not opened from a task: a manager's, and those of every fact of a referral. */
export async function areaPages(): Promise<Opened[]> {
  const { using } = await managing('/staff');
  const record = `/staff/records/${reference}`;
  const get = (name: string, path: string) => opened(name, () => using.get(path));
  return [
    ...OF_AREA.map((path) => get(`/staff${path}`, `/staff${path}`)),
    ...['/readings', ...FACTS, '/safe-contact'].map((path) => get(`/staff/records/…${path}`, record + path)),
    ...['', '/remove'].map((path) => get(`/staff/settings/people/…${path}`, PERSON + path)),
    ...(await meetingPages()),
    ...(await taskPages()),
    await letterList(),
  ];
}

async function meetingPages(): Promise<Opened[]> {
  const { using, stores } = await meetingWorld([{ due: `${TODAY}T10:00:00.000Z` }], 'TRIAGER');
  const manager = (await meetingWorld([], 'SERVICE_MANAGER')).using;
  const asked = withTask({ ...checkedCase('ASK_REFERRER'), reference: nth(7), ask, next: 'ASK_REFERRER' }, 'REFERRER');
  await stores.referrals.putReferral({ ...storedReferral({}), reference: nth(7) });
  await stores.cases.createCase({ ...asked, status: 'AWAITING_REFERRER' });
  return [
    opened('/staff/meetings/…/pack/…', () => using.get(`${AGENDA}/pack/${nth(0)}`)),
    opened('/staff/meetings/…/minutes/…', () => using.get(`${AGENDA}/minutes/${nth(0)}-T1`)),
    opened('/staff/records/…/answer', () => using.get(`/staff/records/${nth(7)}/answer`)),
    opened('/staff/settings/meetings/…', () => manager.get(`/staff/settings/meetings/${NEXT}`)),
  ];
}

async function taskPages(): Promise<Opened[]> {
  const using = await (await triageWorld()).signIn();
  return [...FACTS, '/died'].map((path) =>
    opened(`/triage/tasks/…${path}`, () => using.get(`/triage/tasks/${taskId}${path}`)),
  );
}

async function letterList(): Promise<Opened> {
  const { stores, clock, using } = await managing('/staff');
  for (let n = 0; n < LETTERS; n += 1) {
    await stores.referrals.putReferral({ ...storedReferral({ family }), reference: nth(n) });
    await stores.cases.createCase({ ...checkedCase('TRIAGE'), ...ended, reference: nth(n) });
    await stores.todos.createTodo(todoAsked(printOfEnd, nth(n), clock.now(), defaultPolicy));
  }
  return opened(`/staff/letters (${LETTERS} letters)`, () => using.get('/staff/letters'));
}
