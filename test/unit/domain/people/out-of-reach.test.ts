import { describe, expect, test } from 'vitest';
import { mailboxChanged, mailFailed, mailTrusted } from '#domain/people/change.ts';
import { readerOn } from '#domain/people/cover.ts';
import { dutyOn } from '#domain/people/duty.ts';
import { staffOn, toldOf } from '#domain/people/on-duty.ts';
import { isOutOfReach, mailFailsSince } from '#domain/people/person.ts';
import type { Team } from '#domain/people/team.ts';
import { aPerson, aTeam, made, moment } from './sample.ts';

const today = '2026-09-24';
const mail = { at: '2026-09-24T08:00:00.000Z', about: 'X' };
const lost = { mailFailed: mail };
const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);
const at = (now: string) => ({ ...moment, now: `2026-09-24T${now}:00.000Z` });

describe('who is not reached by email', () => {
  test.each([
    ['nothing came back', {}, false],
    ['an email came back', lost, true],
    ['it was put right after that', { ...lost, mailTrustedAt: '2026-09-24T08:00:01.000Z' }, false],
    ['it was put right before that', { ...lost, mailTrustedAt: '2026-09-24T07:59:59.000Z' }, true],
    ['they are on leave', { leave: [{ from: today, to: today }] }, true],
  ])('when %s', (_when, patch, expected) => {
    expect(isOutOfReach(aPerson('a', patch), today)).toBe(expected);
  });

  test('is not on duty, and a deputy or someone else who decides is', () => {
    const line = [{ person: 'a', deputy: 'b' }];
    const people = [aPerson('a', lost), aPerson('b'), aPerson('c')];
    expect(ids(dutyOn({ ...aTeam(...people), duty: line }, today))).toEqual(['b', 'c']);
    const [first, ...others] = people;
    const withDeputy = { ...aTeam({ ...aPerson('a', lost), ...first, deputy: 'c' }, ...others), duty: line };
    expect(ids(dutyOn(withDeputy, today))).toEqual(['c', 'b']);
  });

  test('may still be asked, is not written to, and their deputy is asked as well', () => {
    const team = aTeam(aPerson('a', { ...lost, deputy: 'd' }), aPerson('b'), aPerson('d', { roles: ['PRACTITIONER'] }));
    const staff = staffOn(team, today);
    expect([ids(staff.triagers), ids(toldOf(staff.triagers, staff))]).toEqual([
      ['a', 'b', 'd'],
      ['b', 'd'],
    ]);
  });

  test.each<[string, Team, object]>([
    ['a deputy reads it', aTeam(aPerson('a', { ...lost, deputy: 'b' }), aPerson('b')), { to: { id: 'b' } }],
    ['it waits a day where others hear', aTeam(aPerson('a', lost), aPerson('b')), { backOn: '2026-09-25' }],
    ['it goes to them where no one else hears', aTeam(aPerson('a', lost)), { to: { id: 'a' } }],
  ])('has a digest that is kept for them: %s', (_how, team, expected) => {
    expect(readerOn(team, team.people[0] ?? aPerson('a'), today)).toMatchObject(expected);
  });
});

describe('an email to a member of staff that came back', () => {
  const failed = (team: Team, sentAt: string, now: string) =>
    mailFailed(team, at(now), 'a', { sentAt: `2026-09-24T${sentAt}:00.000Z`, about: 'X' });

  test('is known by the team with a line in its history, from its first until it is put right', () => {
    const team = made(failed(aTeam(aPerson('a'), aPerson('b')), '09:00', '09:01') ?? aTeam());
    expect(team.history).toMatchObject([{ what: 'MAIL_FAILED', person: 'a' }]);
    expect(failed(team, '09:02', '09:03')).toBeUndefined();
    const trusted = made(mailTrusted(team, at('10:00'), 'a'));
    expect(trusted.people.map(mailFailsSince)).toEqual([undefined, undefined]);
    expect(failed(trusted, '10:01', '10:02')).toMatchObject({
      people: [{ mailFailed: { at: '2026-09-24T10:02:00.000Z' } }, {}],
    });
  });

  test('says nothing of the next address (late), nor of who has left, nor of a person whom no one knows (hostile)', () => {
    const moved = made(mailboxChanged(aTeam(aPerson('a'), aPerson('b')), at('09:30'), 'a', 'new@example.org'));
    expect(failed(moved, '09:00', '09:40')).toBeUndefined();
    expect(failed(aTeam(aPerson('a', { isActive: false }), aPerson('b')), '09:00', '09:40')).toBeUndefined();
    expect(failed(aTeam(aPerson('b')), '09:00', '09:40')).toBeUndefined();
  });
});
