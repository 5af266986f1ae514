import { hidden } from '#test/http/browser.ts';
import { reference } from '#test/http/records.ts';
import { managing } from '#test/http/staff/managing.ts';
import { AGENDA, meetingWorld, TODAY } from '#test/http/staff/meeting-world.ts';
import { at as QUEUE, queue } from '#test/http/staff/queue-world.ts';
import { SECOND, safeWorld } from '#test/http/staff/safe-world.ts';
import { accept, taskId, triageWorld } from '#test/http/staff/world.ts';
import { type Opened, opened } from './opened.ts';

const TASK = `/triage/tasks/${taskId}`;
const SETTINGS = ['', '/duty', '/letters', '/mailboxes', '/services', '/towns', '/capacity', '/meetings', '/new'];
/** As many referrals as the team decides in a few weeks. */
const MANY = 30;

/** The pages of staff: the door, their work, the lists, a decision, a meeting, the settings. */
export async function staffPages(): Promise<Opened[]> {
  return [...(await decisionPages()), ...(await lists()), ...(await meeting()), ...(await settings()), await second()];
}

async function decisionPages(): Promise<Opened[]> {
  const world = await triageWorld();
  const using = await world.signIn();
  const form = await using.get(TASK);
  const { confirm: _confirmed, ...typed } = accept;
  const decision = { ...typed, csrf: hidden(form, 'csrf'), taskId };
  const door = world.newBrowser();
  return [
    opened('/staff/sign-in', () => door.get('/staff/sign-in')),
    opened('/triage/l/…', () => door.get(`/triage/l/${world.token}`)),
    opened('/triage/tasks/…', () => using.get(TASK)),
    opened('POST /triage/tasks/… (preview)', () => using.post(TASK, decision)),
    opened('/triage/tasks/…/safe-contact', () => using.get(`${TASK}/safe-contact`)),
  ];
}

async function lists(): Promise<Opened[]> {
  const { using } = await queue(Array.from({ length: MANY }, () => ({})));
  return [
    opened(`/staff (${MANY} tasks)`, () => using.get('/staff')),
    opened(`/staff/triage (${MANY} tasks)`, () => using.get(QUEUE)),
    opened('/staff/records/…', () => using.get(`/staff/records/${reference}`)),
  ];
}

async function meeting(): Promise<Opened[]> {
  const due = `${TODAY}T10:00:00.000Z`;
  const { using } = await meetingWorld(Array.from({ length: 10 }, () => ({ due })));
  return [
    opened('/staff/meetings/… (10 children)', () => using.get(AGENDA)),
    opened('/staff/meetings/…/pack (10 children)', () => using.get(`${AGENDA}/pack`)),
  ];
}

async function settings(): Promise<Opened[]> {
  const { using } = await managing('/staff/settings');
  const pages = SETTINGS.map((path) => opened(`/staff/settings${path}`, () => using.get(`/staff/settings${path}`)));
  return [...pages, ...['/staff/decisions', '/staff/openings'].map((at) => opened(at, () => using.get(at)))];
}

/** What a second person is asked to confirm. */
async function second(): Promise<Opened> {
  const world = await safeWorld();
  await world.record();
  const { id } = await world.open(SECOND);
  const using = await world.signIn(await world.putLink('confirm', { mailbox: SECOND, taskId: id }));
  return opened('/triage/tasks/…-CONFIRM_CHANNEL-…', () => using.get(`/triage/tasks/${id}`));
}
