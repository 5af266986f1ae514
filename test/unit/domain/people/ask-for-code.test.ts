import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedForCode } from '#domain/people/ask-for-code.ts';
import type { Challenge } from '#domain/people/challenge.ts';
import { guessedCode } from '#domain/people/guess-code.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';

const START = '2026-09-24T08:00:00.000Z';
const after = (minutes: number) => plusMinutes(START, minutes);

/** A code sent at the start through the link `a`. */
const sent: Challenge = {
  ...{ id: 'c', version: 1, codeHash: 'right', expiresAt: after(10), lastSentAt: START },
  ...{ triesLeft: 5, guesses: [], sent: 1, issues: [{ at: START }] },
};
const spent: Challenge = { ...sent, guesses: [{ through: 'a', triesLeft: 0 }] };
const ask = (current: Challenge | undefined, minutes: number, isNew = false, through = 'a') =>
  askedForCode(current, { at: after(minutes), through, isNew }, defaultPolicy);

describe('asking for a code', () => {
  it.each([
    ['none was ever sent', undefined, 0, false, 'MAIL'],
    ['one was sent at this moment', sent, 0, false, 'IN_MAILBOX'],
    ['one is exactly five minutes old', sent, 5, false, 'IN_MAILBOX'],
    ['one is a moment older', sent, 5.01, false, 'MAIL'],
    ['one has run out', sent, 10, false, 'MAIL'],
    ['one was entered a moment ago', { ...sent, codeHash: '' }, 0.1, false, 'MAIL'],
    ['one was entered, and a new one is asked for', { ...sent, codeHash: '' }, 0.1, true, 'MAIL'],
    ['one was guessed away through this link', spent, 0.1, false, 'MAIL'],
    ['a new one is asked for too soon', sent, 1.99, true, 'WAIT'],
    ['a new one is asked for after two minutes', sent, 2, true, 'MAIL'],
    ['an earlier release sent one', { ...sent, guesses: undefined, issues: undefined }, 1, false, 'IN_MAILBOX'],
    [
      'an earlier release sent one that was guessed away',
      { ...sent, guesses: undefined, triesLeft: 0 },
      1,
      false,
      'MAIL',
    ],
  ] as const)('where %s', (_what, current, minutes, isNew, kind) => {
    expect(ask(current, minutes, isNew).kind).toBe(kind);
  });

  it('sends no mailbox more than fifteen in any quarter of an hour, whoever asks how', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const mails = play(steps);
        for (const { at } of mails) {
          const near = mails.filter((mail) => mail.at <= at && mail.at > plusMinutes(at, -15));
          expect(near.length).toBeLessThanOrEqual(defaultPolicy.codeBurst);
        }
      }),
    );
  });

  it('says an instant from which it does send, if nobody asks before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let current: Challenge | undefined;
        let at = START;
        for (const one of steps) [current, at] = next(current, at, one);
        const answer = askedForCode(current, { at, through: 'a', isNew: true }, defaultPolicy);
        if (answer.kind !== 'WAIT') return;
        const then = askedForCode(current, { at: answer.againAt, through: 'a', isNew: true }, defaultPolicy);
        expect(then.kind).toBe('MAIL');
      }),
    );
  });

  it('causes one email a minute at most without a right code, whatever is pressed and guessed through one link', () => {
    const blind = step.map((one) => ({
      ...one,
      through: 'a',
      does: one.does === 'ENTER' ? ('GUESS' as const) : one.does,
    }));
    fc.assert(
      fc.property(fc.array(blind, { maxLength: 120 }), (steps) => {
        expect(play(steps.map((one) => ({ ...one, seconds: 0 }))).length).toBeLessThanOrEqual(4);
        const pressedOnly = steps.map(
          (one) => ({ ...one, seconds: 0, does: one.does === 'GUESS' ? 'PRESS' : one.does }) as const,
        );
        expect(play(pressedOnly).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

interface Step {
  readonly does: 'PRESS' | 'NEW' | 'GUESS' | 'ENTER';
  readonly through: string;
  readonly seconds: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('PRESS', 'NEW', 'GUESS', 'ENTER'),
  through: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  seconds: fc.constantFrom(0, 1, 30, 120, 301, 901),
});

function play(steps: readonly Step[]) {
  const mails: { at: string }[] = [];
  let current: Challenge | undefined;
  let at = START;
  for (const one of steps) {
    const before = current;
    [current, at] = next(current, at, one);
    if (current?.lastSentAt !== before?.lastSentAt || current?.sent !== before?.sent) mails.push({ at });
  }
  return mails;
}

/** The challenge after one step, and the time then. Every issue has a number of its own in `sent`. */
function next(
  current: Challenge | undefined,
  from: string,
  { does, through, seconds }: Step,
): [Challenge | undefined, string] {
  const at = plusMinutes(from, seconds / 60);
  if (does === 'GUESS' || does === 'ENTER') {
    const codeHash = does === 'ENTER' ? 'right' : 'wrong';
    return [guessedCode(current, { at, codeHash, through }, defaultPolicy).next ?? current, at];
  }
  const answer = askedForCode(current, { at, through, isNew: does === 'NEW' }, defaultPolicy);
  if (answer.kind !== 'MAIL') return [current, at];
  const counts = { sent: (current?.sent ?? 0) + 1, triesLeft: 5, guesses: [], issues: [...answer.issues] };
  return [{ ...sent, ...counts, lastSentAt: at, expiresAt: plusMinutes(at, 10) }, at];
}
