import { describe, expect, it } from 'vitest';
import { COUNTED, ROLLUP_QUEUES, type Rollup, type RollupQueue } from '#domain/process/rollup.ts';
import { type Seen, TROUBLES, troubles } from '#domain/process/trouble.ts';
import { plusMinutes } from '#domain/values/dates.ts';

const NOW = '2026-09-24T09:00:00.000Z';
const ago = (minutes: number) => plusMinutes(NOW, -minutes);

type Changes = Partial<Record<RollupQueue, { waiting?: number; since?: string; late?: number }>>;

/** A rollup in which every queue was counted and is empty, but for these. */
function counted(changes: Changes = {}): Rollup {
  return { asOf: NOW, queues: ROLLUP_QUEUES.map((queue) => ({ queue, waiting: 0, late: 0, ...changes[queue] })) };
}

function wrong(changes: Changes = {}, more: Partial<Seen> = {}) {
  const night = { night: '2026-09-24', found: 0 };
  return troubles({ now: NOW, rollup: counted(changes), night, staffMail: [], ...more });
}
const codes = (...given: Parameters<typeof wrong>) => wrong(...given).map(({ code }) => code);

describe('what is wrong', () => {
  it('is nothing while every queue is empty or on time', () => {
    const waits = { waiting: 3, since: ago(60 * 24) };
    expect(codes({ TRIAGE: waits, REFERRER: waits, RESTARTING: waits, TODO: waits })).toEqual([]);
  });

  it('is told the most urgent first, whatever order it is found in', () => {
    const since = ago(60);
    const all = { waiting: 1, since, late: 1 };
    const queues = Object.fromEntries(ROLLUP_QUEUES.map((queue) => [queue, all]));
    const rollup = { ...counted(queues), asOf: since };
    const left = { ...rollup, queues: rollup.queues.filter(({ queue }) => queue !== 'REFERRER') };
    const one = { reference: 'SS-1', item: 'CASE', fault: 'UNREADABLE', at: since };
    const records = { open: [one], found: [], passedAt: ago(48 * 60) };
    const more = { rollup: left, night: { night: '2026-09-20', found: 2 }, records, staffMail: [since] };
    expect(codes({}, more)).toEqual(TROUBLES.filter((code) => code !== 'CLOCK_AHEAD'));
    // A sweeper that is ahead cannot also be silent.
    const ahead = { ...more, rollup: { ...left, asOf: ago(-60) } };
    expect(codes({}, ahead)).toEqual(TROUBLES.filter((code) => code !== 'SWEEPER_SILENT'));
  });

  it.each([
    ['the sweeper has been silent for five minutes', {}, { rollup: { ...counted(), asOf: ago(5) } }, 'SWEEPER_SILENT'],
    ['the clock of the sweeper is an hour ahead', {}, { rollup: { ...counted(), asOf: ago(-60) } }, 'CLOCK_AHEAD'],
    ['no sweep was ever finished', {}, { rollup: undefined }, 'SWEEPER_SILENT'],
    ['a workflow has been owed for ten minutes', { OUTBOX: { waiting: 1, since: ago(10) } }, {}, 'NOT_STARTED'],
    [
      'an email was begun a quarter of an hour ago',
      { NOTICE: { waiting: 1, since: ago(15) } },
      {},
      'NOTICES_UNSETTLED',
    ],
    [
      'the lists were last added up two nights ago',
      {},
      { night: { night: '2026-09-22', found: 0 } },
      'LISTS_NOT_CHECKED',
    ],
  ])('counts when %s', (_what, changes, more, code) => {
    expect(codes(changes, more)).toEqual([code]);
  });

  it.each([
    ['the sweeper ran four minutes ago', {}, { rollup: { ...counted(), asOf: ago(4) } }],
    ['a workflow has been owed for nine minutes', { OUTBOX: { waiting: 1, since: ago(9) } }, {}],
    ['an email was begun a moment ago', { NOTICE: { waiting: 1, since: ago(2) } }, {}],
    ['the records were compared last night', {}, { records: { open: [], found: [], passedAt: ago(25 * 60) } }],
    ['the lists were added up last night', {}, { night: { night: '2026-09-23', found: 0 } }],
    ['no list was ever added up', {}, { night: undefined }],
  ])('does not count when %s', (_what, changes, more) => {
    expect(codes(changes, more)).toEqual([]);
  });

  it('says of how many and since when, and where there are more than are counted', () => {
    const since = ago(90);
    expect(wrong({ PARKED: { waiting: COUNTED, since } })).toEqual([
      { code: 'PARKED', count: COUNTED, since, isMore: true },
    ]);
  });

  it('counts a record that does not fit once, whichever pass has found it, since when it is known', () => {
    const one = { reference: 'SS-1', item: 'CASE', fault: 'UNREADABLE', at: ago(60) };
    const other = { ...one, reference: 'SS-2', at: ago(30) };
    expect(wrong({}, { records: { open: [one], found: [one, other], passedAt: ago(5) } })).toEqual([
      { code: 'RECORDS_DIFFER', count: 2, since: ago(60), isMore: false },
    ]);
  });

  it('names a queue that could not be read, rather than say that it is empty', () => {
    const rollup = { ...counted(), queues: counted().queues.filter(({ queue }) => queue !== 'PARKED') };
    expect(codes({}, { rollup })).toEqual(['NOT_COUNTED']);
  });
});
