import { describe, expect, test } from 'vitest';
import { copiesOf, rowOf } from '#adapters/records/rows.ts';
import { caseSchema } from '#domain/case/case.ts';
import { draftSchema } from '#domain/draft/draft.ts';
import { noticeSchema } from '#domain/notices/notice.ts';
import { linkSchema } from '#domain/people/link.ts';
import { sessionSchema } from '#domain/people/session.ts';
import { todoSchema } from '#domain/people/todo.ts';
import { COPY, INDEXES } from '#domain/process/indexes.ts';
import { pauseSchema } from '#domain/process/pause.ts';

const key = { pk: 'REF#REF1', sk: 'CASE' };

test.each(
  Object.entries({ caseSchema, noticeSchema, draftSchema, todoSchema, linkSchema, sessionSchema, pauseSchema }),
)('%s has no field under a name that an index uses: it would be lost on reading', (_name, { shape }) => {
  const taken: string[] = ['pk', 'sk', ...Object.values(INDEXES).flatMap(({ key, order }) => [key, order])];
  expect(Object.keys(shape).filter((field) => taken.includes(field) || COPY.test(field))).toEqual([]);
});

describe('a row of an index', () => {
  test('comes back as it was copied, and what has no value is no attribute', () => {
    const copies = copiesOf({ waitingSince: '2026-09-24T08:00:00.000Z', band: 2, why: undefined });
    expect(copies).toEqual({ rowWaitingSince: '2026-09-24T08:00:00.000Z', rowBand: 2 });
    expect(rowOf({ ...key, ...copies })).toMatchObject({ waitingSince: '2026-09-24T08:00:00.000Z', band: 2 });
  });

  test('shows codes that this release does not know as they are (from a later release)', () => {
    const entry = { ...key, status: 'IN_SUPPORT', next: 'VISIT', flags: ['NEW_FLAG'], rowKind: 'NEW_TASK' };
    expect(rowOf(entry)).toMatchObject({ status: 'IN_SUPPORT', next: 'VISIT', flags: ['NEW_FLAG'], kind: 'NEW_TASK' });
  });

  test('passes over attributes that this release does not know (from a later release)', () => {
    const row = rowOf({ ...key, status: 'IN_TRIAGE', rowMore: { seen: true }, rowLater: 1, other: 'x' });
    expect(row.status).toBe('IN_TRIAGE');
    expect(Object.keys(row)).not.toContain('later');
  });

  test('leaves a field out whose shape it does not know, and keeps the others (malformed)', () => {
    const row = rowOf({
      ...key,
      status: { name: 'IN_TRIAGE' },
      flags: 'none',
      rowBand: 'first',
      rowTargetOn: '2027-03-24',
    });
    expect(row).toMatchObject({ targetOn: '2027-03-24' });
    expect([row.status, row.flags, row.band]).toEqual([undefined, undefined, undefined]);
  });
});
