import { describe, expect, it } from 'vitest';
import { handOverFaults } from '#application/intake/hand-over-command.ts';
import { withdrawFaults } from '#application/intake/withdraw-referral.ts';
import { answerFaults } from '#application/triage/answer-command.ts';
import { decisionFaults } from '#application/triage/decision-faults.ts';
import { inCommandWords } from '#web/components/command-words.ts';
import { answerWords } from '#web/referral/answer/words.ts';
import { handOverWords } from '#web/referral/hand-over/words.ts';
import { withdrawWords } from '#web/referral/withdraw/words.ts';
import { decisionWords } from '#web/staff/decide/decision-words.ts';

describe.each([
  ['a decision', decisionFaults, decisionWords],
  ['an answer', answerFaults, answerWords],
  ['a request to a colleague', handOverFaults, handOverWords],
  ['a withdrawal', withdrawFaults, withdrawWords],
] as const)('the words of %s', (_name, faults, words) => {
  it('are there for every fault, and for no other', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(faults).sort());
  });

  it('are short, name the limit, and end without a full stop', () => {
    const problems = Object.entries(faults).map(([code, rule]) => ({ code, path: 'x', rule, params: { limit: 1234 } }));
    for (const { message } of inCommandWords<string>(words, problems)) {
      expect(message.split(' ').length).toBeLessThanOrEqual(25);
      expect(message).not.toMatch(/undefined|\.$/);
      expect(message.includes('1234')).toBe(/characters or fewer|documents/.test(message));
    }
  });
});
