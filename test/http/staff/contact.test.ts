import { expect, it } from 'vitest';
import { readFamily } from '#application/read-family.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { contactFaultWords, contactWords } from '#web/staff/contact/words.ts';
import { safeContactWords } from '#web/staff/safe-contact/words.ts';
import { reference } from '../records.ts';
import { safeWorld } from './safe-world.ts';

const family = { parents: [{ name: 'Ada Mother', email: 'old@example.org' }] };
const said = { parent: '0', channel: 'EMAIL', value: 'New@Example.org ', reason: 'She rang us' };

async function emailTo({ stores, deps, theCase }: Awaited<ReturnType<typeof safeWorld>>) {
  const stored = await stores.referrals.readReferral(reference);
  return wayTo(0, 'EMAIL', await readFamily(deps, await theCase(), addresseesOf(stored?.body)));
}

it('new contact details stand, nothing goes to the old ones, and the record says so', async () => {
  const world = await safeWorld(family);
  expect(await emailTo(world)).toEqual({ address: 'old@example.org' });
  const { body } = await world.changeContact(said);
  expect(body).toContain(contactWords.done);
  expect(await emailTo(world)).toEqual({ address: 'New@Example.org' });
  expect((await world.using.get(world.task)).body).toContain(safeContactWords.changedTo('Email', 'New@Example.org'));
});

it('no address is in the history', async () => {
  const world = await safeWorld(family);
  await world.changeContact(said);
  const { history } = await world.theCase();
  expect(history.at(-1)).toMatchObject({ event: 'CONTACT_RECORDED', parent: 0, channel: 'EMAIL' });
  expect(JSON.stringify(history)).not.toContain('Example.org');
});

it('a blank record ends the old details where no others are known', async () => {
  const world = await safeWorld(family);
  await world.changeContact({ ...said, value: ' ' });
  expect(await emailTo(world)).toEqual({ forAPerson: 'NO_EMAIL' });
});

it.each([
  ['who it is about', { parent: '' }, contactFaultWords.PARENT_MISSING],
  ['an adult of this referral (hostile)', { parent: '3' }, contactFaultWords.PARENT_MISSING],
  ['what has changed', { channel: 'FAX' }, contactFaultWords.CHANNEL_MISSING],
  ['an email address', { value: 'new at example' }, contactFaultWords.VALUE_NO_EMAIL],
  ['a reason', { reason: '' }, contactFaultWords.REASON_MISSING],
])('is asked again without %s, and records nothing', async (_what, changes, words) => {
  const world = await safeWorld(family);
  const { status, body } = await world.changeContact({ ...said, ...changes });
  expect([status, body.includes(words)]).toEqual([422, true]);
  expect((await world.theCase()).contacts).toBeUndefined();
});
