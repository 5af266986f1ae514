import { describe, expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { noticesOwed } from '#domain/notices/plan.ts';
import { questionMoments } from '#domain/notices/question-notices.ts';
import { personActor } from '#domain/people/actor.ts';
import { caseWith, referral, staff, taskOf } from '../../application/notices/sample.ts';

const ask: Case['ask'] = { why: 'INFORMATION_REQUESTED', question: 'How?', failed: [], untilAt: null };
const waiting = caseWith({ ask, next: 'ASK_REFERRER', task: taskOf('REFERRER') });
const back = (askedAgain: 'ANSWERED' | 'NOT_ANSWERED', more: Partial<Case> = {}) =>
  caseWith({ ask, task: taskOf('TRIAGE'), askedAgain, ...more });
const answer = { at: '2026-09-24T10:00:00.000Z', text: 'Well', evidence: [] };
const given = { name: 'A. Referrer', on: '2026-09-24', by: personActor('pat', 'Pat', 'Manager') };

const owedTo = (theCase: Case, sent = referral) =>
  questionMoments(theCase).flatMap((moment) =>
    noticesOwed(moment, theCase, sent, staff).map(({ kind, to }) => `${kind} ${to.split(':')[0]}`),
  );

describe('who hears of a question to the referrer', () => {
  test('is the family, once the team has asked', () => {
    expect(owedTo(waiting)).toEqual(['FAMILY_ASKED FAMILY']);
  });

  test('is no one where only the rules ask', () => {
    for (const why of ['NO_EVIDENCE_YET', 'EVIDENCE_FAILED'] as const)
      expect(owedTo({ ...waiting, ask: { ...ask, why } })).toEqual([]);
  });

  test('is a service manager, where the family may not be written to', () => {
    const unsafe = { ...referral, family: { parents: [{ name: 'A. Mother', doNotContact: true }] } };
    expect(owedTo(waiting, unsafe)).toContain('TEAM_TELL_ASKED PERSON');
    expect(owedTo(back('NOT_ANSWERED'), unsafe)).toContain('TEAM_TELL_NOT_ANSWERED PERSON');
  });

  test('are the referrer, their team mailbox and the family, where no answer came in time', () => {
    expect(owedTo(back('NOT_ANSWERED'))).toEqual([
      'REFERRER_NOT_ANSWERED REFERRER',
      'REFERRER_NOT_ANSWERED REFERRER_TEAM',
      'FAMILY_NOT_ANSWERED FAMILY',
    ]);
  });

  test('is the referrer, where staff recorded an answer for them, and no one where they answered themselves', () => {
    expect(owedTo(back('ANSWERED', { answers: [answer] }))).toEqual([]);
    expect(owedTo(back('ANSWERED', { answers: [{ ...answer, given }] }))).toEqual([
      'ANSWER_RECORDED REFERRER',
      'ANSWER_RECORDED REFERRER_TEAM',
    ]);
  });
});

test('a second question is told of again, by another notice and another task for staff', () => {
  const unsafe = { ...referral, family: { parents: [{ name: 'A. Mother', doNotContact: true }] } };
  const second = { ...waiting, task: { ...taskOf('REFERRER'), id: `${waiting.reference}-T4` } };
  const ids = (theCase: Case) =>
    noticesOwed('QUESTION_ASKED', theCase, unsafe, staff).map(({ id, taskId = '' }) => `${id} ${taskId}`);
  expect(ids(waiting).some((id) => ids(second).includes(id))).toBe(false);
});
