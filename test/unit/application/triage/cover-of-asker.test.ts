import { expect, test } from 'vitest';
import { coverOfAsker } from '#application/triage/cover-of-asker.ts';
import { type Actor, personActor, referrerActor } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { aPerson, aTeam } from '../../domain/people/sample.ts';
import { caseWith, config } from '../notices/sample.ts';

const ask = { why: 'INFORMATION_REQUESTED', question: 'How?', failed: [], untilAt: null } as const;
const away = { leave: [{ from: '2026-09-20', to: '2026-09-30' }] };

/** The id of whom an answer returns to. */
async function coverWhere(people: readonly Person[], by: Actor | undefined = personActor('a', 'A', 'triager')) {
  const theCase = caseWith({ ask: { ...ask, failed: [], by }, askedAgain: 'ANSWERED' });
  const team = { readTeam: async () => aTeam(...people) };
  const cover = await coverOfAsker({ team, config, now: () => '2026-09-24T09:00:00.000Z' }, theCase);
  return cover && 'id' in cover ? cover.id : undefined;
}

test.each([
  ['to who asked, at work', [aPerson('a'), aPerson('b')], 'a'],
  ['to the deputy while they are away', [aPerson('a', { ...away, deputy: 'b' }), aPerson('b'), aPerson('c')], 'b'],
  ['to everyone where the deputy is away too', [aPerson('a', { ...away, deputy: 'b' }), aPerson('b', away)], undefined],
  ['to everyone where they have left', [aPerson('a', { isActive: false }), aPerson('b')], undefined],
  ['to everyone where they may no longer decide', [aPerson('a', { roles: ['AUDITOR'] }), aPerson('b')], undefined],
] as const)('an answer returns %s', async (_whom, people, id) => {
  expect(await coverWhere(people)).toBe(id);
});

test('an answer to what no member of staff asked returns to everyone', async () => {
  expect(await coverWhere([aPerson('a')], referrerActor('a@example.org'))).toBeUndefined();
});
