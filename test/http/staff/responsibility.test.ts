import { describe, expect, it } from 'vitest';
import { responsibilityFaultWords, responsibilityWords } from '#web/staff/responsibility/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { taskId, triageWorld } from './world.ts';

const task = `/triage/tasks/${taskId}`;
const address = `${task}/responsibility`;
const family = {
  parents: [
    { name: 'Ada Mother', relationship: 'MOTHER', parentalResponsibility: true, email: 'ada@example.org' },
    { name: 'Bob Father', relationship: 'FATHER', email: 'bob@example.org' },
  ],
};
const said = { parent: '1', holds: 'NO', mayEmail: 'no', reason: 'The social worker told us' };

/** A triager with the page open. */
async function opened() {
  const world = await triageWorld({ referral: { family } });
  const using = await world.signIn();
  const own = { csrf: hidden(await using.get(address), 'csrf'), taskId };
  return {
    ...{ ...world, using, own },
    record: (changes: Partial<typeof said> = {}) => using.post(address, { ...own, ...said, ...changes }),
    theCase: () => world.stores.cases.readCase(reference),
  };
}

describe('who has parental responsibility', () => {
  it('stands on the record as the referral says, with a way to record it', async () => {
    const { using } = await opened();
    const { body } = await using.get(task);
    expect(body).toContain(responsibilityWords.heading);
    expect(body).toContain(responsibilityWords.inReferral('Yes'));
    expect(body).toContain(responsibilityWords.inReferral('Not known'));
    expect(body).toContain(`href="${address}"`);
  });

  it('is recorded of one parent with a reason, and shown with who recorded it', async () => {
    const { record, theCase, using } = await opened();
    const { status, body } = await record();
    expect([status, body.includes(responsibilityWords.done)]).toEqual([200, true]);
    expect(await theCase()).toMatchObject({
      responsibility: [{ place: 1, holds: 'NO', mayEmail: false, reason: said.reason, by: { kind: 'PERSON' } }],
    });
    expect((await theCase())?.history.at(-1)).toMatchObject({
      event: 'RESPONSIBILITY_RECORDED',
      parent: 1,
      holds: 'NO',
    });
    expect((await using.get(task)).body).toContain(said.reason);
  });

  it('is changed later, and what was said before stands too', async () => {
    const { record, theCase } = await opened();
    await record();
    await record({ holds: 'YES', mayEmail: 'yes', reason: 'We have read the order' });
    expect((await theCase())?.responsibility?.map(({ holds }) => holds)).toEqual(['NO', 'YES']);
  });

  it('is not recorded twice (twice)', async () => {
    const { record, theCase } = await opened();
    await record();
    const { status, body } = await record({ reason: 'Once more' });
    expect([status, body.includes(responsibilityWords.same)]).toEqual([409, true]);
    expect((await theCase())?.responsibility).toHaveLength(1);
  });

  it.each([
    ['who it is about', { parent: '' }, responsibilityFaultWords.PARENT_MISSING],
    ['a parent of this referral (hostile)', { parent: '7' }, responsibilityFaultWords.PARENT_MISSING],
    ['a parent that is a number (malformed)', { parent: '-1' }, responsibilityFaultWords.PARENT_MISSING],
    ['whether they have it', { holds: 'constructor' }, responsibilityFaultWords.HOLDS_MISSING],
    ['whether we may email them', { mayEmail: '' }, responsibilityFaultWords.EMAIL_MISSING],
    ['how we know', { reason: ' ' }, responsibilityFaultWords.REASON_MISSING],
  ])('is asked again without %s, keeps what was entered, and records nothing', async (_what, changes, words) => {
    const { record, theCase } = await opened();
    const { status, body } = await record(changes);
    expect([status, body.includes(words)]).toEqual([422, true]);
    if (!('reason' in changes)) expect(body).toContain(said.reason);
    expect((await theCase())?.responsibility).toBeUndefined();
  });

  it('shows markup in a reason as text (hostile)', async () => {
    const { record } = await opened();
    const { body } = await record({ reason: '<script>alert(1)</script>' });
    expect(body).not.toContain('<script>alert(1)');
  });

  it('is recorded by no forged form, and by no stranger (hostile)', async () => {
    const { using, newBrowser, theCase } = await opened();
    expect((await using.post(address, { csrf: 'x', taskId, ...said })).status).toBe(403);
    await newBrowser().post(address, { csrf: 'x', taskId, ...said });
    expect((await theCase())?.responsibility).toBeUndefined();
  });
});
