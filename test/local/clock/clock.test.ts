import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openClock } from '#local/clock.ts';
import { addDuration, parseDuration } from '#local/durations.ts';
import { parseInstant } from '#local/london.ts';
import { readClockRequest } from '#local/routes/clock-request.ts';

const utc = (text: string) => Date.parse(text);
const instantOf = (text: string) => {
  const at = parseInstant(text)?.at;
  return at === undefined ? undefined : new Date(at).toISOString();
};
const later = (from: string, duration: string) => {
  const parsed = parseDuration(duration);
  return parsed && new Date(addDuration(utc(from), parsed)).toISOString();
};

describe('a written time', () => {
  test.each([
    ['2026-09-24T09:00', '2026-09-24T08:00:00.000Z'],
    ['2026-12-24T09:00', '2026-12-24T09:00:00.000Z'],
    ['2026-09-24T09:00:30', '2026-09-24T08:00:30.000Z'],
    ['2026-09-24', '2026-09-23T23:00:00.000Z'],
    ['2026-09-24T09:00Z', '2026-09-24T09:00:00.000Z'],
    ['2026-09-24T09:00+02:00', '2026-09-24T07:00:00.000Z'],
    ['2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
    ['2027-03-28T01:30', '2027-03-28T01:30:00.000Z'],
  ])('%s is %s, in Europe/London where it names no zone', (text, expected) => {
    expect(instantOf(text)).toBe(expected);
  });

  test.each(['tomorrow', '2026-13-01T09:00', '2026-02-30T09:00', '2026-09-24T25:00', '24/09/2026', ''])(
    'malformed, %s, is none',
    (text) => {
      expect(instantOf(text)).toBeUndefined();
    },
  );
});

describe('a duration', () => {
  test.each([
    ['2026-09-24T08:00:00.000Z', 'P7D', '2026-10-01T08:00:00.000Z'],
    ['2026-09-24T08:00:00.000Z', 'PT1H30M15S', '2026-09-24T09:30:15.000Z'],
    ['2026-08-31T08:00:00.000Z', 'P6M', '2027-02-28T09:00:00.000Z'],
    ['2028-02-29T09:00:00.000Z', 'P1Y', '2029-02-28T09:00:00.000Z'],
    ['2026-09-24T08:00:00.123Z', 'P1M', '2026-10-24T08:00:00.123Z'],
    ['2026-10-24T08:00:00.000Z', 'P2D', '2026-10-26T08:00:00.000Z'],
    ['2026-09-24T08:00:00.000Z', 'P1W', '2026-10-01T08:00:00.000Z'],
  ])('from %s, %s later is %s', (from, duration, expected) => {
    expect(later(from, duration)).toBe(expected);
  });

  test.each(['P', 'PT', '7D', 'P-7D', 'P1.5D', 'P7H', ''])('malformed, %s, is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('what POST /local/clock is sent', () => {
  const now = utc('2026-09-24T08:00:00.000Z');

  test('is an advance or a time to move to', () => {
    expect(readClockRequest('{"advance":"P7D"}', now)).toEqual({ at: utc('2026-10-01T08:00:00.000Z') });
    expect(readClockRequest('{"at":"2026-10-01T10:00"}', now)).toEqual({ at: utc('2026-10-01T09:00:00.000Z') });
  });

  test.each([
    ['malformed JSON', '{', 'Send {"advance": "P7D"} or {"at": "2026-10-01T10:00"} as JSON.'],
    [
      'malformed, both at once',
      '{"advance":"P7D","at":"2026-10-01"}',
      'Send {"advance": "P7D"} or {"at": "2026-10-01T10:00"} as JSON.',
    ],
    ['a malformed duration', '{"advance":"a week"}', '"a week" is not a duration: write it like PT15M, P7D or P6M.'],
    [
      'a malformed time',
      '{"at":"soon"}',
      '"soon" is not a time: write it like 2026-10-01T10:00 (Europe/London) or 2026-10-01T09:00Z.',
    ],
    [
      'a time that is past',
      '{"at":"2026-09-24T08:59"}',
      'Time only goes forwards: it is already 2026-09-24T08:00:00.000Z.',
    ],
    ['a hostile leap', '{"advance":"P9000Y"}', 'Time can be moved at most 10 years in one go.'],
  ])('%s is refused in words', (_kind, body, problem) => {
    expect(readClockRequest(body, now)).toEqual({ problem });
  });
});

describe('the simulated clock', () => {
  const requested = (text: string) => parseInstant(text);

  test('starts at the time asked for and runs on from there', () => {
    const clock = openClock(new DatabaseSync(':memory:'), requested('2026-09-24T09:00'));

    expect(clock.now() - utc('2026-09-24T08:00:00Z')).toBeGreaterThanOrEqual(0);
    expect(clock.now() - utc('2026-09-24T08:00:00Z')).toBeLessThan(10_000);
  });

  test('without a time asked for is the real one', () => {
    expect(Math.abs(openClock(new DatabaseSync(':memory:'), undefined).now() - Date.now())).toBeLessThan(1000);
  });

  test('keeps in the store how far it was moved', () => {
    const database = new DatabaseSync(':memory:');
    openClock(database, requested('2026-09-24T09:00')).moveTo(utc('2027-01-01T00:00:00Z'));

    expect(openClock(database, undefined).now()).toBeGreaterThanOrEqual(utc('2027-01-01T00:00:00Z'));
  });

  test('never moves backwards', () => {
    const clock = openClock(new DatabaseSync(':memory:'), requested('2026-09-24T09:00'));
    clock.moveTo(utc('2020-01-01T00:00:00Z'));

    expect(clock.now()).toBeGreaterThanOrEqual(utc('2026-09-24T08:00:00Z'));
  });

  test('refuses to start earlier than the stored time', () => {
    const database = new DatabaseSync(':memory:');
    openClock(database, requested('2026-09-24T09:00')).moveTo(utc('2026-10-01T08:00:00Z'));

    expect(() => openClock(database, requested('2026-09-24T09:00'))).toThrow(
      /^--now 2026-09-24T08:00:00\.000Z is earlier than 2026-10-01T08:00:00\.\d+Z, the time that this data folder has reached\./,
    );
  });

  test('takes the same minute again, given without seconds, and goes on from the stored time', () => {
    const database = new DatabaseSync(':memory:');
    openClock(database, requested('2026-09-24T09:00')).moveTo(utc('2026-09-24T08:00:20Z'));

    expect(openClock(database, requested('2026-09-24T09:00')).now()).toBeGreaterThanOrEqual(
      utc('2026-09-24T08:00:20Z'),
    );
  });
});
