import { expect, test } from 'vitest';
import { noticeToSchema } from '#domain/notices/notice.ts';
import { joined } from '#domain/people/change.ts';
import { personCode } from '#domain/people/code.ts';
import { personSchema } from '#domain/people/person.ts';
import { seededTeam } from '#domain/people/seed.ts';
import { aPerson, aTeam, configured, made, moment } from './sample.ts';

test.each(['sam-1', 'sam.a', 'sam a', '', 'sam\n'])('an id of other letters is refused (malformed): %j', (id) => {
  expect(personSchema.safeParse(aPerson(id)).success).toBe(false);
  expect(joined(aTeam(), moment, { ...aPerson(id), roles: ['TRIAGER'] })).toEqual({ refused: 'WRONG_ID' });
});

test.each(['sam_1', 'A9', ...seededTeam(configured).people.map(({ id }) => id)])(
  'the code of whoever may join is one to which a notice goes: %s',
  (id) => {
    const [person] = made(joined(aTeam(), moment, { ...aPerson(id), roles: ['TRIAGER'] })).people;
    expect(personSchema.parse(person).id).toBe(id);
    expect(noticeToSchema.parse(personCode({ id }))).toBe(`PERSON:${id}`);
  },
);
