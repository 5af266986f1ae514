import { expect, test } from 'vitest';
import { deciders, staffOn } from '#domain/people/on-duty.ts';
import type { Team } from '#domain/people/team.ts';
import { aPerson, aTeam } from './sample.ts';

const today = '2026-09-24';
const away = [{ from: '2026-09-21', to: '2026-09-24' }];
const manager = aPerson('m', { roles: ['SERVICE_MANAGER'] });

function asked(team: Team, date = today) {
  const { triagers, managers } = staffOn(team, date);
  return { triagers: triagers.map(({ id }) => id), managers: managers.map(({ id }) => id) };
}

test('everyone in the role is asked, and no one who has left or has another role', () => {
  const team = aTeam(
    aPerson('a'),
    aPerson('b', { isActive: false }),
    aPerson('c', { roles: ['ADMINISTRATOR'] }),
    manager,
  );
  expect(asked(team)).toEqual({ triagers: ['a'], managers: ['m'] });
});

test('a deputy is asked beside whoever is on leave, on the first and the last day of it and not after', () => {
  const team = aTeam(aPerson('a', { leave: away, deputy: 'd' }), aPerson('d', { roles: ['PRACTITIONER'] }), manager);
  expect(asked(team, '2026-09-20').triagers).toEqual(['a']);
  expect(asked(team, '2026-09-21').triagers).toEqual(['a', 'd']);
  expect(asked(team, '2026-09-24').triagers).toEqual(['a', 'd']);
  expect(asked(team, '2026-09-25').triagers).toEqual(['a']);
});

test('a deputy on leave passes it on to their own, and two who stand in for each other are no circle', () => {
  const chain = aTeam(
    aPerson('a', { leave: away, deputy: 'b' }),
    aPerson('b', { roles: [], leave: away, deputy: 'c' }),
    aPerson('c', { roles: [] }),
  );
  expect(asked(chain).triagers).toEqual(['a', 'c']);
  const circle = aTeam(aPerson('a', { leave: away, deputy: 'b' }), aPerson('b', { leave: away, deputy: 'a' }));
  expect(asked(circle).triagers).toEqual(['a', 'b']);
});

test('a deputy who has left is not asked (late), and a triager who is one is asked once', () => {
  const gone = aTeam(aPerson('a', { leave: away, deputy: 'b' }), aPerson('b', { isActive: false }));
  expect(asked(gone).triagers).toEqual(['a']);
  expect(asked(aTeam(aPerson('a', { leave: away, deputy: 'b' }), aPerson('b'))).triagers).toEqual(['a', 'b']);
});

test('without a triager the service manager is asked, and without a service manager the triagers', () => {
  expect(asked(aTeam(aPerson('a', { isActive: false }), manager)).triagers).toEqual(['m']);
  expect(asked(aTeam(aPerson('a'))).managers).toEqual(['a']);
});

test('a service manager who is a triager too is asked once', () => {
  const team = aTeam(aPerson('a', { roles: ['TRIAGER', 'SERVICE_MANAGER'] }), aPerson('b'), manager);
  expect(deciders(staffOn(team, today)).map(({ id }) => id)).toEqual(['a', 'b', 'm']);
});
