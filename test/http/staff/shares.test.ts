import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/people/person.ts';
import { SHARES_AT } from '#web/staff/shares/address.ts';
import { periodInWords, sharesWords } from '#web/staff/shares/words.ts';
import { queue } from './queue-world.ts';

/** Someone in the team with this role, and so many decisions of the quarter before, of which three went against the checks. */
async function reader(role: Role, decisions: number, at = '2026-08-14T09:00:00.000Z') {
  const world = await queue();
  for (let n = 0; n < decisions; n += 1) {
    const outcome = n < 2 ? 'DECLINE' : 'INVITE_GROUP';
    await world.stores.settled.keepSettled({ reference: `REF${n}`, taskId: `REF${n}-T1`, at, outcome, against: n < 3 });
  }
  const who = { id: 'someone', name: 'Someone', mailbox: 'someone@example.org' };
  await world.deps.changeTeam({ change: 'JOIN', ...who, roles: [role] }, { kind: 'MACHINE' });
  const using = await world.enter('someone@example.org');
  return { ...world, using };
}

const readable = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the page that says how often the team went against the checks', () => {
  it.each<Role>(['SERVICE_MANAGER', 'AUDITOR'])('shows the role %s a quarter that is over', async (role) => {
    const { using } = await reader(role, 12, '2026-05-14T09:00:00.000Z');
    const { status, body } = await using.get(SHARES_AT);
    const said = readable(body);
    expect(status).toBe(200);
    expect(said).toContain(`${periodInWords('2026-Q2')} 12 1 2 3 (25%)`);
    expect(said).toContain(sharesWords.notForAppraisal);
  });

  it('does not show fewer than ten, and says so', async () => {
    const { using } = await reader('SERVICE_MANAGER', 9, '2026-05-14T09:00:00.000Z');
    const said = readable((await using.get(SHARES_AT)).body);
    expect(said).toContain(`${periodInWords('2026-Q2')} ${sharesWords.TOO_FEW}`);
    expect(said).toContain(sharesWords.suppressed);
    expect(said).not.toContain('%');
  });

  it('shows nothing of the present quarter until it is over', async () => {
    const { using } = await reader('SERVICE_MANAGER', 12);
    expect((await using.get(SHARES_AT)).body).toContain(sharesWords.empty);
  });

  it.each<Role>(['TRIAGER', 'PRACTITIONER', 'ADMINISTRATOR', 'OPERATOR'])(
    'is not shown to the role %s, nor named in the navigation (hostile)',
    async (role) => {
      const { using } = await reader(role, 12, '2026-05-14T09:00:00.000Z');
      const { status, body } = await using.get(SHARES_AT);
      expect([status, body.includes('%')]).toEqual([403, false]);
      expect((await using.get('/staff')).body).not.toContain(SHARES_AT);
    },
  );
});
