import { doors } from '#test/browser/door.ts';
import { median } from '../median.ts';
import { atMost, type Finding } from '../report.ts';
import { type Decided, decideFromEmail } from './from-email.ts';

const ROUNDS = 5;
const MOST_PRESSES = 6;

/**
 * What it takes a triager from the email about a new referral to the recorded decision, through each door, on a phone without
 * JavaScript. The seconds are those of browser and service: no one reads the referral.
 */
export async function decisionFinding(): Promise<Finding> {
  const measured: { door: string; rounds: Decided[] }[] = [];
  for (const { door, signIn } of doors) measured.push({ door, rounds: await decideFromEmail(signIn, ROUNDS) });
  const rows = measured.map(({ door, rounds }) => ({
    door,
    seconds: median(rounds.map(({ seconds }) => seconds)),
    presses: Math.max(...rounds.map(({ presses }) => presses)),
    choices: Math.max(...rounds.map(({ choices }) => choices)),
    fields: Math.max(...rounds.map(({ fields }) => fields)),
  }));
  return {
    topic: 'decision',
    tables: [
      {
        title: 'From the email about a referral to the recorded decision, on a phone without JavaScript',
        columns: ['staff come in by', 'links and buttons', 'choices', 'fields', 'seconds'],
        rows: rows.map(({ door, presses, choices, fields, seconds }) => [door, presses, choices, fields, seconds]),
        notes: [
          `the median of ${ROUNDS} referrals, each in a browser of its own. The link in the email is the first press`,
          'the seconds are those of the machine: reading, thinking and changing to the inbox are not in them',
          'the choice is the outcome, the field is the code. Name and role are filled in',
        ],
      },
    ],
    budgets: rows.map(({ door, presses }) =>
      atMost(`presses to a decision, with ${door}`, MOST_PRESSES, presses, 'presses'),
    ),
    data: { doors: rows },
  };
}
