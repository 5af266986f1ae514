import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personCode } from '#domain/people/code.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { personById } from '#domain/people/team.ts';
import { anyFailures, anyPlan, changingTeam, personOf } from './changing-team.ts';

/** The whole of a task, with changes of the team between any two steps of it, and then a quiet time with one reminder. */
async function played(...[plan, failures]: Parameters<typeof changingTeam>) {
  const world = await changingTeam(plan, failures);
  await world.open();
  await world.sweep();
  const atFirst = world.went.length;
  await world.quiet();
  await world.remind();
  await world.sweep();
  return { ...world, atFirst };
}

const RUNS = { numRuns: 100 };

test('no one gets what is another’s, or gets anything after they have left', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, anyFailures, async (plan, failures) => {
      for (const one of (await played(plan, failures)).went) {
        const person = personById(one.seen, personOf(one) ?? '');
        expect(person).toMatchObject({ isActive: true, mailbox: one.email.to });
      }
    }),
    RUNS,
  );
});

test('a link lets in the person whose notice it came in, while they are here and at that mailbox, and no one else', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, anyFailures, async (plan, failures) => {
      const { went, holderOf, team } = await played(plan, failures);
      for (const one of went) {
        const holder = await holderOf(one);
        const person = personById(team(), personOf(one) ?? '');
        if (holder) expect(holder.id).toBe(personOf(one));
        if (!person?.isActive || person.mailbox !== one.email.to) expect(holder).toBeUndefined();
      }
    }),
    RUNS,
  );
});

test('whoever triages from the opening of a task on is asked exactly once, and no notice ever goes twice', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, anyFailures, async (plan, failures) => {
      const { went, team, notices } = await played(plan, failures);
      const ids = went.map(({ email: { tags } }) => `${tags.reference} ${tags.noticeId}`);
      expect(new Set(ids).size).toBe(ids.length);
      const told = (await notices()).filter(({ state }) => state === 'SENT').map(({ id }) => id);
      for (const mailbox of ['triage-1@example.org', 'triage-2@example.org']) {
        const stayed = team().people.find((person) => person.mailbox === mailbox && person.isActive);
        if (!stayed || team().history.some(({ person }) => person === stayed.id)) continue;
        const requests = told.filter((id) => id.startsWith('TRIAGE_REQUEST') && id.endsWith(stayed.id));
        expect(requests).toHaveLength(1);
      }
    }),
    RUNS,
  );
});

test('no open task is known to no one: from the next reminder on someone on duty has a link, and everyone who triages today can open it', async () => {
  await fc.assert(
    fc.asyncProperty(anyPlan, anyFailures, async (plan, failures) => {
      const { went, holderOf, team, notices, asked } = await played(plan, failures);
      const holders = new Set((await Promise.all(went.map(holderOf))).map((person) => person?.id));
      const { triagers, duty } = staffOn(team(), '2026-09-29');
      expect([triagers.length > 0, duty.length > 0]).toEqual([true, true]);
      expect(duty.some(({ id }) => holders.has(id))).toBe(true);
      for (const person of triagers) expect(await asked()).toContain(personCode(person));
      const open = (await notices()).filter(({ state }) => state === 'CLAIMED');
      expect(open.filter(({ heldUntil }) => heldUntil === undefined)).toEqual([]);
    }),
    RUNS,
  );
});
