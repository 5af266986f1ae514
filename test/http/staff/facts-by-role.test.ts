import { describe, expect, it } from 'vitest';
import { seededId } from '#domain/people/seed.ts';
import { noEmailWords } from '#web/staff/no-email/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { declined } from '../referral/standings.ts';
import { letIn } from '../walk.ts';
import { triageWorld } from './world.ts';

const address = `/staff/records/${reference}`;
const manager = 'manager@example.org';

/** A case that has ended, so that no one is asked to do anything, and a browser of this member of staff. */
async function signedIn(mailbox = manager) {
  const world = await triageWorld({ theCase: declined });
  const using = world.newBrowser();
  await letIn(using, world.deps, 'STAFF', { mailbox, person: seededId(mailbox) }, undefined);
  return { ...world, using, theCase: () => world.stores.cases.readCase(reference) };
}

describe('a service manager', () => {
  it('finds the pages from the record that the role opens', async () => {
    const { using } = await signedIn();
    const { body } = await using.get(address);
    for (const path of ['no-email', 'birth-date', 'responsibility', 'contact', 'safe-contact'])
      expect(body).toContain(`href="${address}/${path}"`);
  });

  it('stops our emails to the family, and allows them again, without a task', async () => {
    const { using, theCase } = await signedIn();
    const page = await using.get(`${address}/no-email`);
    const own = { csrf: hidden(page, 'csrf'), taskId: '' };
    const { body } = await using.post(`${address}/no-email`, { ...own, reason: 'He reads her emails' });
    expect(body).toContain(noEmailWords.standing);
    expect(await theCase()).toMatchObject({ noFamilyEmail: { by: { kind: 'PERSON' }, reason: 'He reads her emails' } });
    await using.post(`${address}/no-email/undo`, { ...own, reason: 'She uses another one now' });
    expect((await theCase())?.noFamilyEmail).toBeUndefined();
  });

  it('records a date of birth and parental responsibility without a task', async () => {
    const { using, theCase } = await signedIn();
    const own = { csrf: hidden(await using.get(`${address}/birth-date`), 'csrf') };
    const date = { 'on-day': '10', 'on-month': '7', 'on-year': '2024', reason: 'Her red book' };
    expect((await using.post(`${address}/birth-date`, { ...own, ...date })).status).toBe(200);
    const said = { parent: '0', holds: 'NOT_KNOWN', mayEmail: 'no', reason: 'The court decides' };
    expect((await using.post(`${address}/responsibility`, { ...own, ...said })).status).toBe(200);
    expect(await theCase()).toMatchObject({ birthDates: [{ on: '2024-07-10' }], responsibility: [{ place: 0 }] });
  });
});

const paths = ['/no-email', '/birth-date', '/responsibility', '/contact', '/safe-contact'];

it.each(paths)('a triager without the role reads nothing at %j (hostile)', async (path) => {
  const { using, readings } = await signedIn('triage-1@example.org');
  const { status, body } = await using.get(address + path);
  expect([status, body.includes('Poppy')]).toEqual([403, false]);
  expect(readings).toEqual([]);
});

it.each(paths)('no one reads anything at %j without a session (hostile)', async (path) => {
  const { newBrowser, readings } = await signedIn();
  const { body } = await newBrowser().get(address + path);
  expect(body).not.toContain('Poppy');
  expect(readings).toEqual([]);
});

it('a forged form changes nothing (hostile)', async () => {
  const { using, theCase } = await signedIn();
  const { status } = await using.post(`${address}/no-email`, { csrf: 'x', reason: 'Forged' });
  expect([status, (await theCase())?.noFamilyEmail]).toEqual([403, undefined]);
});
