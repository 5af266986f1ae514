import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import type { Role } from '#domain/people/person.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { queueWords } from '#web/staff/queue/words.ts';
import { recordsWords } from '#web/staff/records/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { FIRST, nth, queue } from './queue-world.ts';

const MANAGER = 'manager@example.org';
const record = `/staff/records/${reference}`;

/** Someone in the team with this role, signed in. */
async function someone(role: Role) {
  const world = await queue([{ task: { recipients: ['PERSON:no-one'] } }]);
  const who = { id: 'someone', name: 'Someone', mailbox: 'someone@example.org' };
  await world.deps.changeTeam({ change: 'JOIN', ...who, roles: [role] }, { kind: 'MACHINE' });
  return { ...world, using: await world.enter('someone@example.org') };
}

describe('the record in the staff area', () => {
  it.each<Role>(['SERVICE_MANAGER', 'AUDITOR'])(
    'is read by the role %s without a task, which is recorded',
    async (role) => {
      const { using, readings } = await someone(role);
      const { status, body } = await using.get(record);
      expect([status, body.includes(referralExample.child.lastName), body.includes('name="outcome"')]).toEqual([
        200,
        true,
        false,
      ]);
      expect(readings.at(-1)).toMatchObject({ what: 'RECORD', by: { kind: 'PERSON', id: 'someone' } });
    },
  );

  it('is for reading alone to an auditor', async () => {
    const { using } = await someone('AUDITOR');
    const { body } = await using.get(record);
    expect([body.includes(queueWords.decide), body.includes('name="claim"')]).toEqual([false, false]);
  });

  describe('of a flagged family', () => {
    const places = ['TA1 9ZZ', 'parent01@example.org', 'Schedule of Growing Skills'];
    const flagged = async (role: Role) => {
      const world = await someone(role);
      const theCase = await world.stores.cases.readCase(reference);
      const noFamilyEmail = { at: '2026-09-24T08:00:00.000Z', by: MACHINE, reason: 'He reads it' };
      if (theCase) await world.stores.cases.saveCase({ ...theCase, noFamilyEmail, version: theCase.version + 1 });
      return world;
    };

    it('shows an auditor no way to reach it, no place and no document, and says why', async () => {
      const { using } = await flagged('AUDITOR');
      const { status, body } = await using.get(record);
      expect([status, body.includes(recordsWords.hidden), body.includes('evidence/0')]).toEqual([200, true, false]);
      expect(places.filter((word) => body.includes(word))).toEqual([]);
    });

    it.each(['/evidence/0', '/early-help-assessment', `/tasks/${reference}-T1/page`])(
      'opens nothing at %s to an auditor, and reads nothing',
      async (address) => {
        const { using, readings } = await flagged('AUDITOR');
        const before = readings.length;
        const answer = await using.get(record + address);
        expect([answer.status, answer.body.includes(recordsWords.hidden)]).toEqual([403, true]);
        expect(readings.length).toBe(before);
      },
    );

    it('shows a service manager everything, also one who is an auditor too', async () => {
      const { using, deps } = await flagged('AUDITOR');
      await deps.changeTeam({ change: 'ROLES', id: 'someone', roles: ['AUDITOR', 'SERVICE_MANAGER'] }, MACHINE);
      const { body } = await using.get(record);
      expect([body.includes('TA1 9ZZ'), body.includes(recordsWords.hidden)]).toEqual([true, false]);
    });
  });

  it.each<Role>(['PRACTITIONER', 'ADMINISTRATOR', 'OPERATOR', 'TRIAGER'])(
    'is not shown to the role %s without a task on it, nor recorded, like one that is not there (hostile)',
    async (role) => {
      const { using, readings } = await someone(role);
      const before = readings.length;
      const [there, missing] = [
        await using.get(`/staff/records/${nth(0)}`),
        await using.get(`/staff/records/${nth(9)}`),
      ];
      expect([there.status, missing.status, readings.length]).toEqual([403, 403, before]);
      expect(there.body).toBe(missing.body);
    },
  );

  it('is read by who is asked to decide, who opens the task from there without another code', async () => {
    const { enter } = await queue();
    const using = await enter(FIRST);
    const page = await using.get(record);
    const opened = await using.post(record, { csrf: hidden(page, 'csrf'), open: `${reference}-T1` });
    expect((await using.get(opened.location)).body).toContain('name="outcome"');
  });

  it('opens a document for five minutes, which is recorded, and only after the scan', async () => {
    const { enter, readings, evidence } = await queue();
    const using = await enter(MANAGER);
    const page = await using.get(record);
    expect(page.body).toContain(`href="${record}/evidence/0"`);
    expect((await using.get(`${record}/evidence/0`)).status).toBe(303);
    expect(readings.at(-1)?.what).toBe('EVIDENCE_0');
    evidence.upload('local', 'uploaded-1', { scan: 'PENDING' });
    expect((await using.get(`${record}/evidence/0`)).status).toBe(409);
  });

  it('is found by its exact reference, however it is typed', async () => {
    const { enter } = await queue();
    const using = await enter(MANAGER);
    const typed = ` ${reference.slice(0, 4).toLowerCase()} ${reference.slice(4)}`;
    expect((await using.get('/staff/records', { reference: typed })).location).toBe(record);
    const wrong = await using.get('/staff/records', { reference: 'Quist' });
    expect([wrong.status, wrong.body.includes(recordsWords.wrong)]).toEqual([422, true]);
    expect((await using.get(`/staff/records/${nth(9)}`)).status).toBe(404);
  });
});
