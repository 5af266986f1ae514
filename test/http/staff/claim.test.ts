import { describe, expect, it } from 'vitest';
import { readStatus } from '#application/intake/read-status.ts';
import { hasRole } from '#domain/people/person.ts';
import { plainHistory, staffHistory } from '#web/components/record/history.ts';
import { claimWords } from '#web/staff/claim/words.ts';
import { queueWords } from '#web/staff/queue/words.ts';
import { type Browser, hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { at, FIRST, queue } from './queue-world.ts';
import { accept, taskId } from './world.ts';

const SECOND = 'triage-2@example.org';
const MANAGER = 'manager@example.org';

/** Two triagers in the queue, and what they press there. */
async function two() {
  const world = await queue();
  const other = await world.enter(SECOND);
  const press = async (using: Browser, fields: Record<string, string>) =>
    using.post(at, { csrf: hidden(await using.get(at), 'csrf'), ...fields });
  const claim = async () => (await world.stores.cases.readCase(reference))?.task?.claim;
  return { ...world, other, press, claim };
}

describe('claiming a task', () => {
  it('shows everyone who has it, in the queue and on the record', async () => {
    const { using, other, press, claim } = await two();
    expect((await press(using, { claim: taskId })).status).toBe(303);
    expect(await claim()).toMatchObject({ by: { kind: 'PERSON', name: 'triage-1' } });
    expect((await using.get(at)).body).toContain(queueWords.you);
    expect((await other.get(at)).body).toContain('triage-1');
    expect((await other.get(`/staff/records/${reference}`)).body).toContain('triage-1, triager claimed this task');
    expect((await using.get(`/staff/records/${reference}`)).body).toContain(claimWords.mine);
  });

  it('has one winner of two at once, and the other is told who', async () => {
    const { using, other, press, claim } = await two();
    const [first, second] = await Promise.all([press(using, { claim: taskId }), press(other, { claim: taskId })]);
    const [lost] = [first, second].filter(({ status }) => status === 409);
    expect([first.status, second.status].sort()).toEqual([303, 409]);
    const winner = await claim();
    expect(lost?.body).toContain(`${winner && 'name' in winner.by ? winner.by.name : ''}, triager claimed it first`);
  });

  it('keeps no one from deciding, and ends with the task', async () => {
    const { using, other, press, stores } = await two();
    await press(using, { claim: taskId });
    await press(other, { open: taskId });
    const csrf = hidden(await other.get(`/triage/tasks/${taskId}`), 'csrf');
    await other.post(`/triage/tasks/${taskId}`, { ...accept, csrf, taskId });
    expect((await stores.cases.readCase(reference))?.task?.decision).toMatchObject({ outcome: accept.outcome });
    expect((await press(other, { claim: taskId })).body).toContain(claimWords.closed(reference));
  });

  it('is given back by who has it and by a service manager, and by no one else (hostile)', async () => {
    const { using, other, press, claim, enter, deps } = await two();
    await press(using, { claim: taskId });
    await press(other, { release: taskId });
    expect(await claim()).toBeDefined();
    await press(using, { release: taskId });
    expect(await claim()).toBeUndefined();
    await press(using, { claim: taskId });
    const manager = await enter(MANAGER);
    await press(manager, { release: taskId });
    expect(await claim()).toBeUndefined();
    expect((await deps.readTeam()).people.some((person) => hasRole(person, 'SERVICE_MANAGER'))).toBe(true);
  });

  it('stands in the history for staff, and in none for the referrer or a program', async () => {
    const { using, press, stores } = await two();
    await press(using, { claim: taskId });
    const theCase = await stores.cases.readCase(reference);
    if (!theCase) throw new Error('There is no case.');
    const said = (lines: readonly { said: string }[]) => lines.map((line) => line.said).join('\n');
    expect(said(staffHistory(theCase))).toContain('triage-1');
    expect(said(plainHistory(theCase))).not.toContain('claimed');
    const status = await readStatus(stores)({ caller: theCase.caller, reference });
    expect(status?.history.some(({ event }) => event === 'TASK_CLAIMED')).toBe(false);
  });

  it('ends when its person is asked no longer', async () => {
    const { using, press, claim, deps } = await two();
    await press(using, { claim: taskId });
    const id = (await deps.readTeam()).people.find(({ mailbox }) => mailbox === FIRST)?.id ?? '';
    await deps.leaveTeam({ id }, { kind: 'MACHINE' });
    expect(await claim()).toBeUndefined();
  });
});
