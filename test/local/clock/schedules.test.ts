import { describe, expect, test } from 'vitest';
import { inputFor } from '#local/events/input.ts';
import { matchesPattern } from '#local/events/pattern.ts';
import { parseSchedule } from '#local/events/schedule.ts';

const next = (expression: string, after: string) =>
  new Date(parseSchedule('Rule', expression).next(Date.parse(after))).toISOString();

describe('a schedule', () => {
  test.each([
    ['rate(1 minute)', '2026-09-24T08:00:30Z', '2026-09-24T08:01:00.000Z'],
    ['rate(1 day)', '2026-09-24T08:00:00Z', '2026-09-25T00:00:00.000Z'],
    ['cron(0 6 * * ? *)', '2026-09-24T08:00:00Z', '2026-09-25T06:00:00.000Z'],
    ['cron(0 6 * * ? *)', '2026-09-24T05:59:59Z', '2026-09-24T06:00:00.000Z'],
    ['cron(*/15 8-9 ? * MON-FRI *)', '2026-09-25T09:50:00Z', '2026-09-28T08:00:00.000Z'],
    ['cron(0 0 29 2 ? *)', '2026-09-24T08:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('%s is next due after %s at %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  test.each([
    ['rate(1 minute)', 'EVERY_MINUTE'],
    ['rate(5 minutes)', 'BY_DAY'],
    ['rate(1 hour)', 'BY_DAY'],
    ['rate(1 day)', 'RARE'],
    ['cron(0 6 * * ? *)', 'RARE'],
  ])('%s has the pace %s', (expression, pace) => {
    expect(parseSchedule('Rule', expression).pace).toBe(pace);
  });

  test.each(['rate(1 fortnight)', 'cron(0 6 * *)', 'cron(0 6 L * ? *)', 'at(2026-09-24T08:00:00)'])(
    'unsupported, %s, is refused naming the rule',
    (expression) => {
      expect(() => parseSchedule('Nightly', expression)).toThrow(
        `Nightly.ScheduleExpression: ${expression} is not supported here.`,
      );
    },
  );
});

describe('an event pattern', () => {
  const event = {
    source: 'aws.ses',
    'detail-type': 'Email Bounced',
    detail: { eventType: 'Bounce', tags: ['a', 'b'] },
  };

  test.each([
    [{ source: ['aws.ses'] }, true],
    [{ source: ['aws.s3', 'aws.ses'], 'detail-type': ['Email Bounced'] }, true],
    [{ detail: { tags: ['b'] } }, true],
    [{ source: [{ prefix: 'aws.' }] }, true],
    [{ detail: { eventType: [{ 'anything-but': 'Bounce' }] } }, false],
    [{ detail: { missing: [{ exists: true }] } }, false],
    [{ source: ['aws.s3'] }, false],
  ])('%j matches: %s', (pattern, expected) => {
    expect(matchesPattern(pattern, event)).toBe(expected);
  });
});

describe('the input of a target', () => {
  const event = { time: '2026-09-24T08:00:00Z', detail: { 'event-type': 'Bounce', tags: { reference: ['SS "1"'] } } };

  test('is the event itself where the rule says nothing', () => {
    expect(inputFor({ functionName: 'f' }, event)).toBe(event);
  });

  test('is what the rule fixes', () => {
    expect(inputFor({ functionName: 'f', input: { a: 1 } }, event)).toEqual({ a: 1 });
  });

  test('is the template filled with what its paths find, and nothing for what is not there', () => {
    const paths = {
      kind: '$.detail.event-type',
      at: '$.time',
      reference: '$.detail.tags.reference[0]',
      none: '$.detail.tags.none[0]',
    };
    const template = '{"kind":<kind>,"at":"<at>","reference":<reference>,"none":<none>}';

    expect(inputFor({ functionName: 'f', transformer: { paths, template } }, event)).toEqual({
      kind: 'Bounce',
      at: '2026-09-24T08:00:00Z',
      reference: 'SS "1"',
      none: '',
    });
  });
});
