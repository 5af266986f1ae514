import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpen } from '#domain/case/codes.ts';
import { caseDueAt } from '#domain/case/index-keys.ts';
import { anyReferral, anyStep, begun } from './any-history.ts';
import { caseOf } from './road.ts';

type World = Awaited<ReturnType<typeof begun>>;

/** Why this family need not be told, as it stands in the record: no one is to tell them, or there is nothing to tell. */
async function whyNotFamily({ one, reference }: World) {
  const { status, next, death, history } = await caseOf(one, reference);
  if (isOpen(status) || next !== 'DONE') return 'STILL_OPEN';
  if (death) return 'CHILD_HAS_DIED';
  const reason = history.findLast(({ event }) => event === 'FAMILY_NOT_TOLD' || event === 'CLOSED_UNTOLD');
  return reason?.event;
}

/** How the family came to know, or will: by our emails to every parent, by a person, by a TODO or at an instant to come. */
async function howFamily({ one, reference, sent }: World) {
  const theCase = await caseOf(one, reference);
  const { told = [], tellFamilyAt, cameBack } = theCase;
  const byPerson = told.find(({ how }) => how !== 'BY_EMAIL');
  if (byPerson) return 'BY_A_PERSON';
  const notices = await one.notices.noticesOf(reference);
  const letters = notices.filter(({ kind }) => kind === 'FAMILY_ENDED');
  const arrived = letters.filter(
    ({ id, state }) =>
      state === 'SENT' && sent.some(({ tags }) => tags.noticeId === id && tags.reference === reference),
  );
  if (told.length > 0)
    return letters.length > 0 && arrived.length === letters.length ? 'BY_EMAIL' : 'SAID_TO_BE_EMAILED';
  const todos = await one.todos.todosOf(reference);
  if (todos.some(({ kind, done }) => kind === 'TELL_IN_PERSON' && !done)) return 'TODO';
  const isComing = tellFamilyAt !== undefined || (cameBack && cameBack.askedAt === undefined);
  return isComing && caseDueAt(theCase) !== undefined ? 'TO_COME' : undefined;
}

/** How the referrer came to know how it ended, or why not. */
async function howReferrer({ one, reference }: World) {
  const { history, unreached = [] } = await caseOf(one, reference);
  const outcomes = /^(OUTCOME|NOT_ACCEPTED|RETURNED|REDIRECTED|OUT_OF_SCOPE)/;
  const entries = (await one.notices.noticesOf(reference)).filter(
    ({ kind, to }) => outcomes.test(kind) && to === 'REFERRER',
  );
  if (entries.some(({ state }) => state === 'SENT' || state === 'CLAIMED')) return 'BY_EMAIL';
  if (entries.some(({ id }) => unreached.some(({ notice }) => notice === id))) return 'NOT_REACHED_AS_RECORDED';
  return history.some(({ event }) => event === 'CLOSED_UNTOLD') ? 'CLOSED_UNTOLD' : undefined;
}

const RUNS = { numRuns: 60 };
const histories = [anyReferral, fc.array(anyStep, { minLength: 2, maxLength: 10 })] as const;

test('no case stands ended without its family being told, or a reason why not, or an instant at which someone is asked', async () => {
  await fc.assert(
    fc.asyncProperty(...histories, async (referred, steps) => {
      const world = await begun(referred);
      for (const step of steps) {
        await world.step(step);
        const how = (await whyNotFamily(world)) ?? (await howFamily(world));
        expect(how, JSON.stringify((await caseOf(world.one, world.reference)).events)).toBeDefined();
        expect(how).not.toBe('SAID_TO_BE_EMAILED');
      }
    }),
    RUNS,
  );
});

test('no case stands ended without its referrer being told, or a reason why not', async () => {
  await fc.assert(
    fc.asyncProperty(...histories, async (referred, steps) => {
      const world = await begun(referred);
      for (const step of steps) {
        await world.step(step);
        const { status, next, death } = await caseOf(world.one, world.reference);
        if (isOpen(status) || next !== 'DONE' || death) continue;
        expect(await howReferrer(world)).toBeDefined();
      }
    }),
    RUNS,
  );
});
