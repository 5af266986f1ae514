import { expect } from 'vitest';
import { writeTeam } from '#application/access/write-team.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { taskId, triageWorld } from './world.ts';

const task = `/triage/tasks/${taskId}`;
export const SECOND = 'triage-2@example.org';

/** A family with words about safe contact. */
export const flagged = {
  parents: [
    { name: 'Ada Mother', email: 'ada@example.org', phone: '01632 960101', safeContact: 'Only by text' },
    { name: 'Bob Father', email: 'bob@example.org' },
  ],
};

export const safe = {
  ...{ parent: '0', channel: 'EMAIL', reason: 'She has a new phone' },
  ...{ 'on-day': '24', 'on-month': '12', 'on-year': '2026' },
};

/** A triager of a flagged family, and what they and a colleague can do. */
export async function safeWorld(family: object = flagged, more: object = {}) {
  const world = await triageWorld({ referral: { family, ...more } });
  const using = await world.signIn();
  const own = { csrf: hidden(await using.get(`${task}/safe-contact`), 'csrf'), taskId };
  const theCase = async () => (await world.stores.cases.readCase(reference)) ?? expect.fail();
  /** The TODO for a second person, opened through a link of this mailbox. */
  const open = async (mailbox: string) => {
    const found = (await world.stores.todos.todosOf(reference)).findLast(({ kind }) => kind === 'CONFIRM_CHANNEL');
    const id = found?.id ?? '';
    const token = await world.putLink(`confirm ${mailbox} ${id}`, { mailbox, taskId: id });
    const browser = await world.signIn(token);
    const page = await browser.get(`/triage/tasks/${id}`);
    const csrf = hidden(await browser.get(`/triage/tasks/${id}/no-email`), 'csrf');
    const press = (more: Record<string, string> = {}) =>
      browser.post(`/triage/tasks/${id}`, { csrf, taskId: id, ...more });
    return { page, press, id };
  };
  return {
    change: writeTeam(world.deps),
    ...{ ...world, using, own, theCase, open, task },
    record: (changes: Partial<typeof safe> = {}) => using.post(`${task}/safe-contact`, { ...own, ...safe, ...changes }),
    changeContact: (fields: Record<string, string>) => using.post(`${task}/contact`, { ...own, ...fields }),
    mayHear: (fields: Record<string, string>) => using.post(`${task}/responsibility/told`, { ...own, ...fields }),
  };
}
