import { describe, expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { noticesOwed } from '#domain/notices/plan.ts';
import { questionMoments } from '#domain/notices/question-notices.ts';
import { personActor } from '#domain/people/actor.ts';
import { caseWith, referral, staff, taskOf, triager1, triager2 } from '../../application/notices/sample.ts';

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

describe('who is asked to decide once a referral comes back from its referrer', () => {
  const claim = (code: string) => ({ by: personActor(code.replace('PERSON:', ''), 'Tess', 'Triager'), at: answer.at });
  const askedToDecide = (theCase: Case) =>
    noticesOwed('TASK_OPENED', theCase, referral, staff).map(({ kind, to }) => `${kind} ${to}`);
  const everyone = [`TRIAGE_REQUEST ${triager1}`, `TRIAGE_REQUEST ${triager2}`];

  test('is only the person who asked, for whom it is claimed', () => {
    const task = { ...taskOf('TRIAGE'), claim: claim(triager2) };
    for (const askedAgain of ['ANSWERED', 'NOT_ANSWERED'] as const)
      expect(askedToDecide(back(askedAgain, { task }))).toEqual([`TRIAGE_REQUEST ${triager2}`]);
  });

  test('is everyone, where no one has claimed it or that person is here no longer (late)', () => {
    const gone = { ...taskOf('TRIAGE'), claim: claim('PERSON:someone-who-left') };
    expect(askedToDecide(back('ANSWERED'))).toEqual(everyone);
    expect(askedToDecide(back('ANSWERED', { task: gone }))).toEqual(everyone);
  });

  test('is everyone, of a task that was claimed without a question', () => {
    expect(askedToDecide(caseWith({ task: { ...taskOf('TRIAGE'), claim: claim(triager1) } }))).toEqual(everyone);
  });
});

test('a second question is told of again, by another notice and another task for staff', () => {
  const unsafe = { ...referral, family: { parents: [{ name: 'A. Mother', doNotContact: true }] } };
  const second = { ...waiting, task: { ...taskOf('REFERRER'), id: `${waiting.reference}-T4` } };
  const ids = (theCase: Case) =>
    noticesOwed('QUESTION_ASKED', theCase, unsafe, staff).map(({ id, taskId = '' }) => `${id} ${taskId}`);
  expect(ids(waiting).some((id) => ids(second).includes(id))).toBe(false);
});
