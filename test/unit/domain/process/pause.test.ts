import { expect, test } from 'vitest';
import { type Before, pausedAgain } from '#domain/process/pause.ts';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';

const now = '2026-09-24T08:00:00.000Z';
const failedOften: Before = { attempts: 20, more: { failures: 20, pausedFor: now } };
const inVain = { kind: 'NOTICE', dueAt: now, mayPass: false } as const;

test('a notice that only a later release can send is tried again within a quarter of an hour, however often it failed', () => {
  expect(pausedAgain(failedOften, { ...inVain, why: DEFINITION_TOO_OLD }, now).until).toBe('2026-09-24T08:15:00.000Z');
});

test('one that fails otherwise is put off for a day at most', () => {
  expect(pausedAgain(failedOften, { ...inVain, why: 'CorruptItem' }, now).until).toBe('2026-09-25T08:00:00.000Z');
});
