import { expect, it } from 'vitest';
import { familyTimeFrom } from '#application/support/family-time.ts';
import { askedNow, todoAsked } from '#domain/notices/asked-todos.ts';
import { printOfOffer, ringFamily } from '#domain/notices/offer-todos.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { notAnswered } from '#domain/support/answer.ts';
import { reachedFamily } from '#domain/support/follow.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { rung } from '#domain/support/rung.ts';
import type { Support } from '#domain/support/support.ts';
import { whySupportTodoIsOver } from '#domain/support/todo-over.ts';
import { AT, aCase, anEntry } from '#test/contract/samples.ts';

const by = personActor('pat', 'Pat Green', 'Service manager');
const moment = { now: AT, policyVersion: 1 };
const slot = { id: 'V1', pathway: 'HOME_VISITING', locality: 'Taunton', day: 'MONDAY', at: '09:30' };

function there(support: Support | undefined): Support {
  return support ?? expect.fail('There is none.');
}

const open = there(offerMade(newSupport('REF1', anEntry('1#a'), moment), moment, { id: 'O1', slot, by }));
const silent = there(notAnswered(open, moment));
const spoken = there(rung(silent, moment, { said: 'NEXT', by, words: 'By phone' }, defaultPolicy));
const todoOf = (asked: typeof printOfOffer, support: Support) =>
  todoAsked(askedNow(asked, aCase('REF1'), support), 'REF1', AT, defaultPolicy);

it.each([
  ['a letter of an open offer', todoOf(printOfOffer, open), open, undefined],
  ['a letter of an offer that no one answered', todoOf(printOfOffer, open), silent, 'OFFER_CLOSED'],
  ['a call that is owed', todoOf(ringFamily, silent), silent, undefined],
  ['a call that someone made', todoOf(ringFamily, silent), spoken, 'NOT_ASKED'],
])('%s is over as it should be', (_what, todo, support, why) => {
  expect(whySupportTodoIsOver(todo, support)).toBe(why);
});

const reached = there(reachedFamily(open, moment, 'O1'));
const bounced = { unreached: [{ notice: 'OFFER-O1-FAMILY-0', why: 'BOUNCED' }] };
const told = { told: [{ about: 'CAME_BACK', how: 'BY_PHONE' as const, at: '2027-01-04T09:00:00.000Z', by }] };

it.each([
  ['an email that arrived', {}, AT],
  ['an email that came back', bounced, undefined],
  ['an email that came back, once someone told them', { ...bounced, ...told }, '2027-01-04T09:00:00.000Z'],
  ['an email of another offer that came back', { unreached: [{ notice: 'OFFER-O9-FAMILY-0', why: 'BOUNCED' }] }, AT],
])('the time of the family after %s', (_what, patch, from) => {
  expect(familyTimeFrom(reached, aCase('REF1', patch), {})).toBe(from);
});
