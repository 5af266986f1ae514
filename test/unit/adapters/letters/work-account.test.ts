import { describe, expect, test } from 'vitest';
import { type NoticeKind, noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import { caseWith, factsFor, taskOf } from '../../application/notices/sample.ts';
import { render } from './every-email.ts';

const ofStaff = noticeKindSchema.options.filter((kind) => {
  const { link } = noticeTable[kind];
  return link === 'TASK' || link === 'TODAY';
});
const isMailed = (kind: NoticeKind, withAccount: boolean) =>
  /\bcode\b/.test(render(kind, { ...factsFor(kind, caseWith({ task: taskOf('TRIAGE') })), withAccount }).text);

describe('an email with a link for staff', () => {
  test.each(ofStaff)('%s speaks of a code only where one is mailed', (kind) => {
    expect([isMailed(kind, false), isMailed(kind, true)]).toEqual([true, false]);
  });
});
