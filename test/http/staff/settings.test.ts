import { describe, expect, it } from 'vitest';
import { markMailFailed } from '#application/notices/mark-mail-failed.ts';
import { mailFailsSince } from '#domain/people/person.ts';
import { refusalWords, settingsWords, teamFaultWords } from '#web/staff/settings/words.ts';
import { hidden } from '../browser.ts';
import { triageWorld } from './world.ts';

const FIRST = 'triage-1@example.org';
const SECOND = 'triage-2@example.org';
const MANAGER = 'manager@example.org';

/** A service manager at the settings. */
async function settings() {
  const world = await triageWorld();
  const { deps, newBrowser, lastCode } = world;
  const using = newBrowser();
  const asked = await using.post('/staff/sign-in', { mailbox: MANAGER });
  await using.post('/staff/sign-in/code', { mailbox: MANAGER, asker: hidden(asked, 'asker'), code: lastCode() });
  const person = async (mailbox: string) => {
    const found = (await deps.readTeam()).people.findLast((one) => one.mailbox === mailbox);
    if (!found) throw new Error(`There is no one at ${mailbox}.`);
    return found;
  };
  const at = async (mailbox: string) => `/staff/settings/people/${(await person(mailbox)).id}`;
  const formOf = async (address: string) => {
    const page = await using.get(address);
    return { csrf: hidden(page, 'csrf'), version: hidden(page, 'version') };
  };
  /** Opens the page of a person and posts one of its forms. */
  const change = async (mailbox: string, fields: Record<string, string>) => {
    const address = await at(mailbox);
    return using.post(address, { ...(await formOf(address)), ...fields });
  };
  return { ...world, using, person, at, formOf, change };
}

const leave = {
  change: 'LEAVE',
  ...{ 'from-day': '1', 'from-month': '10', 'from-year': '2026' },
  ...{ 'to-day': '9', 'to-month': '10', 'to-year': '2026' },
};

describe('the settings of the team', () => {
  it('show everyone with their roles, and what has been changed by whom', async () => {
    const { using, change } = await settings();
    await change(FIRST, leave);
    const { body } = await using.get('/staff/settings');
    for (const shown of [
      FIRST,
      SECOND,
      MANAGER,
      'Service manager',
      '1 October 2026 to 9 October 2026',
      'other leave',
    ]) {
      expect(body).toContain(shown);
    }
  });

  it('take a new person, who can sign in at once', async () => {
    const { using, person, formOf } = await settings();
    const { csrf } = await formOf('/staff/settings/new');
    const fields = { csrf, name: 'Nat New', mailbox: 'nat@example.org', 'role-TRIAGER': 'yes' };
    expect((await using.post('/staff/settings/new', fields)).status).toBe(303);
    expect(await person('nat@example.org')).toMatchObject({ name: 'Nat New', roles: ['TRIAGER'], isActive: true });
  });

  it('change roles, mailbox and deputy', async () => {
    const { change, person } = await settings();
    const deputy = (await person(SECOND)).id;
    await change(FIRST, { change: 'ROLES', 'role-TRIAGER': 'yes', 'role-AUDITOR': 'yes' });
    await change(FIRST, { change: 'DEPUTY', deputy });
    await change(FIRST, { change: 'MAILBOX', mailbox: 'new@example.org' });
    expect(await person('new@example.org')).toMatchObject({ roles: ['TRIAGER', 'AUDITOR'], deputy });
  });

  it('say of a colleague that emails come back, until someone records that they arrive again', async () => {
    const { deps, using, change, person, at } = await settings();
    const { id } = await person(SECOND);
    await markMailFailed(deps, id, { sentAt: deps.now(), about: 'X' });
    const said = settingsWords.mailFails('24 September 2026');
    for (const address of ['/staff/settings', await at(SECOND)])
      expect((await using.get(address)).body).toContain(said);
    await change(SECOND, { change: 'MAIL_TRUSTED' });
    const { body } = await using.get('/staff/settings');
    expect([body.includes(said), body.includes('gets emails again')]).toEqual([false, true]);
  });

  it('offer that press for no one else, and another address puts it right too', async () => {
    const { deps, using, change, person, at } = await settings();
    await markMailFailed(deps, (await person(SECOND)).id, { sentAt: deps.now(), about: 'X' });
    expect((await using.get(await at(FIRST))).body).not.toContain(settingsWords.mailTrusted);
    await change(SECOND, { change: 'MAILBOX', mailbox: 'new@example.org' });
    expect(mailFailsSince(await person('new@example.org'))).toBeUndefined();
  });

  it('add leave and delete it again', async () => {
    const { change, person } = await settings();
    await change(FIRST, leave);
    expect((await person(FIRST)).leave).toEqual([{ from: '2026-10-01', to: '2026-10-09' }]);
    await change(FIRST, { change: 'NO_LEAVE', n: '0' });
    expect((await person(FIRST)).leave).toEqual([]);
  });

  it('let a person go: their session ends, and no link of theirs works', async () => {
    const { using, signIn, at, formOf, person } = await settings();
    const leaver = await signIn();
    const address = `${await at(FIRST)}/remove`;
    const { body } = await using.get(address);
    for (const said of [settingsWords.othersAsked, settingsWords.othersToday]) expect(body).toContain(said);
    expect((await using.post(address, await formOf(address))).status).toBe(303);
    expect((await person(FIRST)).isActive).toBe(false);
    expect((await leaver.get('/staff')).location.endsWith('/staff/sign-in')).toBe(true);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'an address that is none (malformed)',
      { change: 'MAILBOX', mailbox: 'new@' },
      teamFaultWords.EMAIL_UNREADABLE.toString(),
    ],
    ['an address of a colleague', { change: 'MAILBOX', mailbox: SECOND }, refusalWords.MAILBOX_TAKEN.message],
    [
      'leave on a day that is none (malformed)',
      { ...leave, 'from-day': '31', 'from-month': '2' },
      'February 2026 has 28 days',
    ],
    ['leave that ends before it begins', { ...leave, 'to-month': '9' }, teamFaultWords.LEAVE_REVERSED.toString()],
    ['no deputy', { change: 'DEPUTY' }, teamFaultWords.DEPUTY_MISSING.toString()],
  ])('refuse %s, and change nothing', async (_what, fields, message) => {
    const { change, deps } = await settings();
    const before = await deps.readTeam();
    const answer = await change(FIRST, fields);
    expect([answer.status, answer.body.includes(message)]).toEqual([422, true]);
    expect(await deps.readTeam()).toEqual(before);
  });

  it('mark nothing as wrong before anything was typed', async () => {
    const { using, at } = await settings();
    expect((await using.get(await at(FIRST))).body).not.toContain('--error');
  });

  it('keep what was typed for a new person where something is missing', async () => {
    const { using, formOf } = await settings();
    const { csrf } = await formOf('/staff/settings/new');
    const { status, body } = await using.post('/staff/settings/new', { csrf, name: 'Nat New', mailbox: '' });
    expect([status, body.includes('value="Nat New"')]).toEqual([422, true]);
  });

  it('show the second of two managers what the first changed, and save nothing over it', async () => {
    const { using, at, formOf, change, person } = await settings();
    const address = await at(FIRST);
    const opened = await formOf(address);
    await change(FIRST, leave);
    const late = await using.post(address, { ...opened, change: 'ROLES', 'role-AUDITOR': 'yes' });
    expect(late.status).toBe(409);
    for (const said of [settingsWords.changedSince, 'has other leave']) expect(late.body).toContain(said);
    expect((await person(FIRST)).roles).toEqual(['TRIAGER']);
  });

  it('never leave the team without anyone who can decide', async () => {
    const { change, person } = await settings();
    await change(FIRST, { change: 'ROLES' });
    await change(SECOND, { change: 'ROLES' });
    const answer = await change(MANAGER, { change: 'ROLES', 'role-AUDITOR': 'yes' });
    expect([answer.status, answer.body.includes(refusalWords.LAST_TO_DECIDE.message)]).toEqual([422, true]);
    expect((await person(MANAGER)).roles).toEqual(['SERVICE_MANAGER']);
  });
});
