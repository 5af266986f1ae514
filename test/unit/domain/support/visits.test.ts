import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy as policy } from '#domain/service/policy.ts';
import { answered } from '#domain/support/answer.ts';
import { liveBlock, openVisit, sessionsOf } from '#domain/support/block.ts';
import { supportEnded, supportStarted } from '#domain/support/end.ts';
import { afterTelling } from '#domain/support/follow.ts';
import { supportList, supportRow } from '#domain/support/index-keys.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { practitionerNamed } from '#domain/support/name-practitioner.ts';
import { nextVisitOn } from '#domain/support/next-visit.ts';
import { supportResumed } from '#domain/support/resume.ts';
import type { Support } from '#domain/support/support.ts';
import { type Came, visitPlanned, visitRecorded } from '#domain/support/visits.ts';
import { addDays } from '#domain/values/dates.ts';
import { anEntry } from '#test/contract/samples.ts';

const kim = personActor('kim', 'Kim Park', 'practitioner');
const on = (day: string) => ({ now: `${day}T12:00:00.000Z`, policyVersion: 1 });
const START = '2026-09-29';
const slot = {
  id: 'V1',
  pathway: 'HOME_VISITING',
  locality: 'Frome',
  day: 'TUESDAY',
  at: '09:30',
  practitioner: 'kim',
};

function made(change: Support | { readonly refused: string } | undefined): Support {
  if (!change || 'refused' in change) throw new Error(`Not made: ${JSON.stringify(change)}`);
  return change;
}

/** A child whose family accepted a weekly visit on Tuesdays at 9:30, once everyone was told. */
function accepted(offered: Partial<typeof slot> = {}, pathway: 'HOME_VISITING' | 'PORTAGE_GROUP' = 'HOME_VISITING') {
  const waiting = newSupport('REFS', { ...anEntry('1#a'), pathway }, on(START));
  const offer = made(offerMade(waiting, on(START), { id: 'O1', slot: { ...slot, pathway, ...offered }, by: kim }));
  const yes = { offer: 'O1', what: 'ACCEPTED', way: 'STAFF', by: kim } as const;
  return afterTelling(made(answered(offer, on(START), yes, policy)), on(START));
}

/** The support with its next visit planned for this day and recorded on it. */
function visited(support: Support, day: string, what: Came['what'], where: 'HOME' | 'SETTING' = 'HOME'): Support {
  const planned = made(visitPlanned(support, on(day), { on: day, at: '09:30', where, by: kim }, policy));
  return made(recorded(planned, day, what));
}

function recorded(support: Support, day: string, what: Came['what'], next?: { on: string; at: string; where: 'HOME' }) {
  const visit = openVisit(support.block ?? { visits: [] })?.id ?? 'V0';
  return visitRecorded(support, on(day), { visit, what, childSeen: true, note: '', by: kim }, { policy, next });
}

/** After the initial visit and so many weekly sessions. */
const afterSessions = (sessions: number) =>
  Array.from({ length: sessions + 1 }, (_, n) => addDays(START, 7 * n)).reduce(
    (support, day) => visited(support, day, 'ATTENDED'),
    accepted(),
  );

describe('the block of home visits', () => {
  it('begins with the accepted offer, with who visits and when', () => {
    expect(accepted().block).toMatchObject({
      practitioner: 'kim',
      weekly: { day: 'TUESDAY', at: '09:30' },
      visits: [],
    });
    expect(accepted({}, 'PORTAGE_GROUP').block).toBeUndefined();
  });

  it('stands on the waiting list with who visits until the first session, then with the practitioner', () => {
    const planned = made(
      visitPlanned(accepted(), on(START), { on: START, at: '09:30', where: 'HOME', by: kim }, policy),
    );
    expect(supportList(planned)?.key).toBe('HOME_VISITING#Frome');
    expect(supportRow(planned).more).toMatchObject({
      visitBy: 'kim',
      visitAt: '2026-09-29T08:30:00.000Z',
      sessions: 0,
    });
    const begun = afterSessions(1);
    expect(supportList(begun)).toEqual({ key: 'VISITS#kim', order: '#REFS' });
    expect(supportList(made(supportEnded(begun, on(START), 'WITHDRAWN')))).toBeUndefined();
  });

  it('is taken over by a colleague a manager names, and begins with that where an earlier release kept none', () => {
    const { block: _none, ...earlier } = afterSessions(3);
    const old: Support = { ...earlier, next: 'DONE', task: null };
    const named = made(practitionerNamed(old, on(START), { practitioner: 'lou', sessionsBefore: 5, by: kim }));
    expect(named.block).toMatchObject({ practitioner: 'lou', sessionsBefore: 5 });
    expect(practitionerNamed(named, on(START), { practitioner: 'lou', sessionsBefore: 0, by: kim })).toBeUndefined();
    const next = visited(named, '2026-11-03', 'ATTENDED');
    expect([sessionsOf(next.block ?? { visits: [] }), next.next, next.run]).toEqual([6, 'BLOCK', named.run + 1]);
    expect(next.outbox).toEqual([{ kind: 'START', run: named.run + 1 }]);
  });

  it('is taken up again where the case had ended by mistake', () => {
    const begun = afterSessions(2);
    const back = made(supportResumed(made(supportEnded(begun, on(START), 'WITHDRAWN')), on(START), true));
    expect(back).toMatchObject({ status: 'STARTED', next: 'BLOCK', outbox: [{ kind: 'START' }] });
    expect(liveBlock(back)).toEqual(begun.block);
  });
});

describe('the clock of the aim', () => {
  it.each(['FAMILY_CANCELLED', 'SERVICE_CANCELLED', 'MISSED'] as const)('does not stop at a session %s', (what) => {
    expect(visited(visited(accepted(), START, 'ATTENDED'), '2026-10-06', what)).toMatchObject({ status: 'ACCEPTED' });
  });

  it('stops at the first weekly session that took place, never at the initial visit nor by hand', () => {
    const seen = visited(accepted(), START, 'ATTENDED');
    expect([seen.status, seen.list === null]).toEqual(['ACCEPTED', false]);
    expect(supportStarted(seen, on(START), { on: START, by: kim })).toBeUndefined();
    const begun = visited(seen, '2026-10-06', 'ATTENDED');
    expect(begun).toMatchObject({ status: 'STARTED', list: null, next: 'BLOCK', started: { on: '2026-10-06' } });
    expect(begun.history.map(({ event }) => event)).toContain('SUPPORT_STARTED');
    expect(visited(begun, '2026-10-13', 'ATTENDED').started?.on).toBe('2026-10-06');
  });
});

describe('what came of a visit', () => {
  it.each([
    ['HOME', 'NO_ACCESS'],
    ['SETTING', 'WAS_NOT_BROUGHT'],
  ] as const)('a miss at %s is %s', (where, what) => {
    expect(visited(accepted(), START, 'MISSED', where).block?.visits[0]?.outcome?.what).toBe(what);
  });

  it('counts once, however often and by whomever it is sent (twice)', () => {
    const first = visited(afterSessions(1), '2026-10-13', 'ATTENDED');
    const again = { visit: 'V3', what: 'ATTENDED', childSeen: true, note: '', by: kim } as const;
    expect(visitRecorded(first, on('2026-10-13'), again, { policy })).toEqual({ refused: 'ALREADY' });
    expect(sessionsOf(first.block ?? { visits: [] })).toBe(2);
  });

  it.each([
    ['ATTENDED', { refused: 'NOT_YET' }],
    ['MISSED', { refused: 'NOT_YET' }],
  ] as const)('%s is not recorded before its day, and a cancellation is (out of order)', (what, refused) => {
    const plan = { on: '2026-10-06', at: '09:30', where: 'HOME', by: kim } as const;
    const planned = made(visitPlanned(accepted(), on(START), plan, policy));
    expect(recorded(planned, START, what)).toEqual(refused);
    expect(made(recorded(planned, START, 'FAMILY_CANCELLED')).block?.visits[0]?.outcome?.what).toBe('FAMILY_CANCELLED');
  });

  it('plans the next visit in the same step, until the last session', () => {
    const next = { on: '2026-10-13', at: '09:30', where: 'HOME' } as const;
    const plan = { on: START, at: '09:30', where: 'HOME', by: kim } as const;
    const first = made(visitPlanned(accepted(), on(START), plan, policy));
    const followed = made(recorded(first, START, 'ATTENDED', next));
    expect(openVisit(followed.block ?? { visits: [] })).toMatchObject({ id: 'V2', kind: 'SESSION', on: '2026-10-13' });
    const last = made(visitPlanned(afterSessions(17), on('2027-03-01'), { ...plan, on: '2027-03-01' }, policy));
    expect(openVisit(made(recorded(last, '2027-03-01', 'ATTENDED', next)).block ?? { visits: [] })).toBeUndefined();
  });

  it('is refused once the support has ended (late)', () => {
    const planned = made(
      visitPlanned(accepted(), on(START), { on: START, at: '09:30', where: 'HOME', by: kim }, policy),
    );
    const ended = made(supportEnded(planned, on(START), 'WITHDRAWN'));
    expect(recorded(ended, START, 'ATTENDED')).toEqual({ refused: 'NOT_VISITED' });
  });
});

describe('however visits are planned and recorded', () => {
  const outcomes = fc.constantFrom<Came['what']>(
    'ATTENDED',
    'ATTENDED',
    'FAMILY_CANCELLED',
    'SERVICE_CANCELLED',
    'MISSED',
  );
  const step = (support: Support, what: Came['what'], day: string): Support => {
    const planned = visitPlanned(support, on(day), { on: day, at: '09:30', where: 'HOME', by: kim }, policy);
    const before = 'refused' in planned ? support : planned;
    const next = recorded(before, day, what, { on: addDays(day, 7), at: '09:30', where: 'HOME' });
    return 'refused' in next ? before : next;
  };

  test('no 19th weekly session takes place, nor is one planned', () => {
    fc.assert(
      fc.property(fc.array(outcomes, { maxLength: 60 }), (all) => {
        const end = all.reduce((support, what, n) => step(support, what, addDays(START, 7 * n)), accepted());
        const { visits = [] } = end.block ?? {};
        const took = visits.filter(({ kind, outcome }) => kind === 'SESSION' && outcome?.what === 'ATTENDED').length;
        expect(took).toBeLessThanOrEqual(policy.maxSessions);
        expect(took === policy.maxSessions && openVisit({ visits })).toBeFalsy();
        expect(visits.slice(0, -1).every(({ outcome }) => outcome)).toBe(true);
        expect(new Set(visits.map(({ id }) => id)).size).toBe(visits.length);
        expect(end.started !== undefined).toBe(took > 0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the day of the next visit', () => {
  const always = () => true;
  it.each([
    ['a week later', START, always, '2026-10-06'],
    ['the weekday that was accepted, after one that was moved to a Friday', '2026-10-02', always, '2026-10-06'],
    ['not two days after one that was moved', '2026-10-04', always, '2026-10-13'],
    ['the next week on which visits take place', START, (day: string) => day > '2026-10-06', '2026-10-13'],
    ['none where there is none', START, () => false, undefined],
  ] as const)('%s', (_, last, takesPlace, expected) => {
    expect(nextVisitOn({ weekly: { day: 'TUESDAY', at: '09:30' } }, { on: last }, takesPlace)).toBe(expected);
  });

  it('is a week later where no weekday was agreed', () => {
    expect(nextVisitOn({}, { on: '2026-10-01' }, always)).toBe('2026-10-08');
  });
});
