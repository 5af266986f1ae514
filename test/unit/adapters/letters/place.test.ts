import { describe, expect, test } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import type { Case } from '#domain/case/case.ts';
import { TAKEN_OFF } from '#domain/case/change-entry.ts';
import { endingHold, holding, moving, movingDate } from '#domain/lists/change-place.ts';
import { leftWhySchema } from '#domain/lists/list-events.ts';
import { placeOf } from '#domain/lists/place.ts';
import { personActor } from '#domain/people/actor.ts';
import { caseWith, factsFor, listed, reference } from '../../application/notices/sample.ts';

const because = { by: personActor('sam', 'Sam', 'manager'), now: '2026-10-01T09:00:00.000Z', reason: 'As they asked' };
const waiting = listed('INITIAL_ASSESSMENT');
const held = { ...waiting.list, hold: { since: because.now, by: because.by } };

const changes = {
  'on hold': holding('2026-12-01', because)(waiting.list, reference),
  'no longer on hold': endingHold(because)(held, reference),
  'moved to the list for home visits': moving({ pathway: 'HOME_VISITING', locality: 'Frome' }, because)(
    waiting.list,
    reference,
  ),
  'moved to another town': moving({ pathway: 'INITIAL_ASSESSMENT', locality: 'Frome' }, because)(
    waiting.list,
    reference,
  ),
  'with a corrected target date': movingDate('TARGET', '2027-02-01', because)(waiting.list, reference),
  'with a corrected referral date': movingDate('REFERRAL', '2026-08-01', because)(waiting.list, reference),
  'with a corrected date on the list': movingDate('LIST', '2026-09-01', because)(waiting.list, reference),
};

const said: Record<keyof typeof changes, string> = {
  'on hold': 'is now on hold until 1 December 2026',
  'no longer on hold': 'is no longer on hold',
  'moved to the list for home visits': 'our list for home visits',
  'moved to another town': 'in another town. You still wait for a first visit at home',
  'with a corrected target date': 'It is now 1 February 2027',
  'with a corrected referral date': 'It is now 1 August 2026',
  'with a corrected date on the list': 'It is now 1 September 2026',
};

const render = createNoticeRenderer();
const text = (kind: Parameters<typeof factsFor>[0], theCase: Case) =>
  render(kind, factsFor(kind, theCase)).text.replace(/\s+/g, ' ');

describe('what people are told of a place on a list', () => {
  test.each(Object.entries(changes))('that is %s, the family and the referrer hear in plain words', (name, change) => {
    if (!change) throw new Error('It changes something.');
    const theCase = { ...waiting, list: change.entry };
    const expected = new Map(Object.entries(said)).get(name);
    expect(text('FAMILY_PLACE', theCase)).toContain(expected);
    expect(text('REFERRER_PLACE', theCase)).not.toContain('undefined');
  });

  test('no email says in which town a child waits, or what staff typed', () => {
    for (const change of Object.values(changes)) {
      const theCase = { ...waiting, list: change?.entry ?? null };
      const both = text('FAMILY_PLACE', theCase) + text('REFERRER_PLACE', theCase);
      for (const word of ['Frome', 'Taunton', because.reason]) expect(both).not.toContain(word);
    }
  });

  test.each(leftWhySchema.options)('who was taken off with the reason %s hears it, and how to come back', (why) => {
    const left = { at: because.now, by: because.by, why, place: placeOf(waiting.list) };
    const theCase = caseWith({ status: 'CLOSED', outcome: TAKEN_OFF, listedAt: because.now, left });
    expect(text('FAMILY_ENDED', theCase)).toContain('no longer on our waiting list');
    expect(text('FAMILY_ENDED', theCase)).toContain('keeps the dates from before');
    expect(text('OUTCOME_TAKEN_OFF', theCase)).toContain('no longer on our waiting list');
  });
});
