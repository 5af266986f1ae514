import { expect, it } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import type { Case } from '#domain/case/case.ts';
import { caseWith, factsFor } from '../../application/notices/sample.ts';

const at = '2026-09-24T10:00:00.000Z';
const end = { status: 'DECLINED', outcome: 'DECLINE' } as const;
const cameBack = { at };

it.each<[string, Partial<Case>, boolean]>([
  ['some parents', { wroteOfEnd: { at, everyone: false } }, true],
  ['no one', {}, false],
  ['each parent', { wroteOfEnd: { at, everyone: true } }, false],
  ['some parents, whose email came back', { wroteOfEnd: { at, everyone: false }, cameBack }, false],
])('staff read that we emailed the parents we can only where it is so: %s', (_who, patch, isSaid) => {
  const { text } = createNoticeRenderer()(
    'TEAM_FAMILY_UNTOLD',
    factsFor('TEAM_FAMILY_UNTOLD', caseWith({ ...end, ...patch })),
  );
  expect(text.includes('We emailed the parents or carers')).toBe(isSaid);
});
