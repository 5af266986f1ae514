import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/people/person.ts';
import { enterAgainFaultWords, enterAgainWords } from '#web/staff/check-again/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { hidden } from '../browser.ts';
import { otherReference, reference } from '../records.ts';
import { declined, inTriage } from '../referral/standings.ts';
import { triageWorld } from './world.ts';

const at = '/staff/check-again';

/** A member of staff in this role, whom someone rings about a referral. */
async function rung(theCase = declined, role: Role = 'TRIAGER') {
  const world = await triageWorld({ theCase });
  const who = { id: 'someone', name: 'Someone', mailbox: 'someone@example.org' };
  await world.deps.changeTeam({ change: 'JOIN', ...who, roles: [role] }, { kind: 'MACHINE' });
  const today = await world.putLink('today', { purpose: 'TODAY', to: 'PERSON:someone', mailbox: who.mailbox });
  const using = world.newBrowser();
  await using.post(`/staff/l/${today}`);
  await using.post(`/staff/l/${today}/code`, { code: world.lastCode() });
  const page = await using.get(at);
  const enter = (fields: Record<string, string>) => using.post(at, { csrf: hidden(page, 'csrf'), ...fields });
  return { ...world, using, page, enter, stored: () => world.stores.cases.readCase(reference) };
}

const request = { reference, from: 'FAMILY', reason: 'He was <b>ill</b> when he was seen' };

describe('a family or a referrer who rings about a closed referral', () => {
  it('is recorded by anyone who triages, in one page that shows nothing of the referral', async () => {
    const { using, page, enter, stored, stores } = await rung();
    expect((await using.get('/staff')).body).toContain(todayWords.checkAgain);
    expect(page.body).not.toContain('Ada');
    expect((await enter({ ...request, reference: reference.toLowerCase() })).status).toBe(200);
    expect(await stored()).toMatchObject({ status: 'DECLINED', lookAgain: { from: 'FAMILY', words: request.reason } });
    expect(await stores.todos.todosOf(reference)).toMatchObject([{ kind: 'LOOK_AGAIN', for: 'ROLE:SERVICE_MANAGER' }]);
  });

  it('is recorded once: whoever comes second reads that someone has asked (late)', async () => {
    const { enter, stores } = await rung();
    await enter(request);
    const second = await enter({ ...request, reason: 'Someone else says so too' });
    expect([second.status, second.body.includes(enterAgainWords.already)]).toEqual([422, true]);
    expect(second.body).toContain('Someone else says so too');
    expect(await stores.todos.todosOf(reference)).toHaveLength(1);
  });

  it.each([
    ['no reference', { reference: '' }, enterAgainWords.unknown],
    ['a reference that we do not have', { reference: otherReference }, enterAgainWords.unknown],
    ['no one who asks', { from: '' }, enterAgainFaultWords.FROM_MISSING],
    ['no words', { reason: ' ' }, enterAgainFaultWords.WORDS_MISSING],
  ])('is not recorded with %s, and keeps what was typed', async (_what, patch, sentence) => {
    const { enter, stored } = await rung();
    const { status, body } = await enter({ ...request, ...patch });
    expect([status, body.includes(sentence)]).toEqual([422, true]);
    expect((await stored())?.lookAgain).toBeUndefined();
  });

  it('is not recorded of a referral that is open still (late)', async () => {
    const { enter } = await rung(inTriage);
    expect((await enter(request)).body).toContain(enterAgainWords.notOffered);
  });

  it('is recorded by no one else in the team (hostile)', async () => {
    const { page } = await rung(declined, 'AUDITOR');
    expect(page.status).toBe(403);
  });
});
