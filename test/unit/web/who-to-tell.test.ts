import { expect, test } from 'vitest';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { personActor } from '#domain/people/actor.ts';
import { whoToTell } from '#web/staff/todo/who-to-tell.ts';
import { whoWords, whyInPerson } from '#web/staff/todo/words.ts';

const names = ['Bea Mother', 'Fay Foster'];
const family = addresseesOf({
  family: { parents: names.map((name) => ({ name, email: 'one@example.org' })) },
  socialCare: { status: 'LOOKED_AFTER' },
});
const inPerson = [0, 1].map((place) => ({ place, why: 'LOOKED_AFTER' }));
const recorded = { at: '2026-09-24T08:00:00.000Z', by: personActor('kim', 'Kim', 'Manager'), reason: 'The care order' };
const social = { name: 'Sol Worker', role: 'social worker' };

test('before staff record who may be told, every adult is listed with what to find out first', () => {
  const { people, notTold } = whoToTell(family, names, inPerson);
  expect(people).toEqual(names.map((name) => ({ name, why: whyInPerson('LOOKED_AFTER') })));
  expect(notTold).toEqual([]);
});

test('once they did, only those stand there, also who is not in the referral, and who must not be told is named', () => {
  const mayHear = [{ ...recorded, agreed: [social], told: [{ place: 1 }, social] }];
  expect(whoToTell({ ...family, mayHear }, names, inPerson)).toEqual({
    people: [
      { name: 'Fay Foster', why: whoWords.inPerson },
      { name: 'Sol Worker, social worker', why: whoWords.outside },
    ],
    notTold: ['Bea Mother'],
  });
});
