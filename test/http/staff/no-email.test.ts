import { describe, expect, it } from 'vitest';
import { deathRecorded } from '#domain/case/death.ts';
import { personActor } from '#domain/people/actor.ts';
import { staffDiedWords } from '#web/staff/died/words.ts';
import { noEmailFaultWords, noEmailWords } from '#web/staff/no-email/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { accept, taskId, triageWorld } from './world.ts';

const task = `/triage/tasks/${taskId}`;
const address = `${task}/no-email`;

/** A triager with the task open. */
async function opened() {
  const world = await triageWorld();
  const using = await world.signIn();
  const page = await using.get(task);
  const own = { csrf: hidden(page, 'csrf'), taskId };
  return {
    ...{ ...world, using, page, own },
    record: (reason: string, fields: Readonly<Record<string, string>> = own) =>
      using.post(address, { ...fields, reason }),
    undo: (reason: string) => using.post(`${address}/undo`, { ...own, reason }),
    theCase: () => world.stores.cases.readCase(reference),
    events: async () => (await world.stores.cases.readCase(reference))?.history.map(({ event }) => event) ?? [],
  };
}

describe('a triager whose task is open', () => {
  it('finds the page from the task, and reads what it does and who else can do it', async () => {
    const { using, page } = await opened();
    expect(page.body).toContain(`href="${address}"`);
    const { body } = await using.get(address);
    for (const words of [noEmailWords.stops, noEmailWords.sent, noEmailWords.who]) expect(body).toContain(words);
  });

  it('records it with a reason, and sees first on the record who recorded it and why', async () => {
    const { record, theCase, using } = await opened();
    const { status, body } = await record('He reads her emails');
    expect([status, body.includes(noEmailWords.standing)]).toEqual([200, true]);
    expect(await theCase()).toMatchObject({ noFamilyEmail: { reason: 'He reads her emails', by: { kind: 'PERSON' } } });
    const shown = (await using.get(task)).body;
    expect(/govuk-tag--red">([^<]*)</.exec(shown)?.[1]).toBe('Do not email');
    expect(shown).toContain(': He reads her emails');
  });

  it.each([
    ['is missing', '  ', noEmailFaultWords.REASON_MISSING],
    ['is too long', 'x'.repeat(2001), noEmailFaultWords.REASON_TOO_LONG({ limit: 2000 })],
    ['cannot be shown (hostile)', 'He\u0000 reads', noEmailFaultWords.REASON_UNPRINTABLE],
  ])('is asked again when the reason %s, and nothing is recorded', async (_which, reason, words) => {
    const { record, theCase } = await opened();
    const { status, body } = await record(reason);
    expect([status, body.includes(words)]).toEqual([422, true]);
    expect((await theCase())?.noFamilyEmail).toBeUndefined();
  });

  it('whose reason holds markup (hostile) sees it as text, on the page and on the record', async () => {
    const { record, using } = await opened();
    const { body } = await record('<script>alert(1)</script>');
    for (const shown of [body, (await using.get(task)).body]) {
      expect(shown).toContain('&lt;script&gt;alert(1)');
      expect(shown).not.toContain('<script>alert(1)');
    }
  });

  it('who records it a second time is told that it stands, and the first reason stays', async () => {
    const { record, theCase, events } = await opened();
    await record('He reads her emails');
    const { status, body } = await record('Another reason');
    expect([status, body.includes(noEmailWords.already)]).toEqual([409, true]);
    expect((await theCase())?.noFamilyEmail?.reason).toBe('He reads her emails');
    expect((await events()).filter((event) => event === 'FAMILY_EMAIL_STOPPED')).toHaveLength(1);
  });

  it('undoes it with a reason, once, and can record it again', async () => {
    const { record, undo, theCase, events } = await opened();
    await record('He reads her emails');
    expect((await undo(' ')).status).toBe(422);
    expect((await undo('She has a new address')).body).toContain(noEmailWords.undone(reference));
    await undo('She has a new address');
    expect((await theCase())?.noFamilyEmail).toBeUndefined();
    await record('He found the new one');
    expect((await events()).slice(-3)).toEqual([
      'FAMILY_EMAIL_STOPPED',
      'FAMILY_EMAIL_ALLOWED',
      'FAMILY_EMAIL_STOPPED',
    ]);
  });

  it('can record it after the decision, from the page that says what was decided', async () => {
    const { using, own, record, theCase } = await opened();
    await using.post(task, { ...own, ...accept });
    expect((await using.get(task)).body).toContain(`href="${address}"`);
    await record('He reads her emails');
    expect((await theCase())?.noFamilyEmail).toBeDefined();
  });

  it('reads of a child who has died only the page about that', async () => {
    const { using, stores, theCase } = await opened();
    const before = await theCase();
    const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };
    const died = before && deathRecorded(before, moment, personActor('pat', 'Pat', 'Manager'));
    if (died) await stores.cases.saveCase({ ...died, version: died.version + 1 });
    expect((await using.get(address)).location).toContain(`${task}/died`);
    expect((await using.get(`${task}/died`)).body).toContain(staffDiedWords.undo);
  });

  it.each(['', '/undo'])('changes nothing with a forged form to %j (hostile)', async (end) => {
    const { record, using, theCase } = await opened();
    if (end) await record('He reads her emails');
    const before = await theCase();
    expect((await using.post(`${address}${end}`, { csrf: 'x', taskId, reason: 'Forged' })).status).toBe(403);
    expect(await theCase()).toEqual(before);
  });
});

it('who opened no link records nothing (hostile)', async () => {
  const { newBrowser, stores } = await triageWorld();
  await newBrowser().post(address, { csrf: 'x', taskId, reason: 'Forged' });
  expect((await stores.cases.readCase(reference))?.noFamilyEmail).toBeUndefined();
});
