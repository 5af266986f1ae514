import { expect, it } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import type { Case } from '#domain/case/case.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { caseWith, factsFor, reference, taskOf } from '../../application/notices/sample.ts';

const told = 'told the referrer that there is no decision yet';
const meeting = 'wait for a meeting';
const untold = 'We have not written to the referrer';
const parked = { at: '2026-09-24T10:00:00.000Z', why: NOBODY_DECIDED };

it.each([
  ['a decision', 'TRIAGE', [told, meeting]],
  ['whether it is a duplicate', 'DUPLICATE', [told]],
  ['whether a person sent it', 'SUSPICIOUS', [untold]],
] as const)('of %s that no one takes, staff read what was done and what they can do', (_what, kind, said) => {
  const theCase = caseWith({ task: taskOf(kind, 5), parked });
  const { text } = createNoticeRenderer()('NO_DECISION', factsFor('NO_DECISION', theCase));
  expect([told, meeting, untold].filter((words) => text.includes(words))).toEqual(said);
});

const toReferrer = (theCase: Case) => createNoticeRenderer()('REFERRER_DELAYED', factsFor('REFERRER_DELAYED', theCase));

it('the referrer reads in the second email that it is the second, what was done since, and when they hear next', () => {
  const first = toReferrer(caseWith({ task: taskOf('TRIAGE', 2) }));
  const second = toReferrer(caseWith({ task: taskOf('TRIAGE', 5), parked }));
  expect([first.subject, second.subject]).toEqual([
    `Referral ${reference}: no decision yet`,
    `Referral ${reference}: still no decision`,
  ]);
  const said = second.text.replace(/\s+/g, ' ');
  expect(second.text).not.toMatch(/[.][A-Z]/);
  expect(said).toContain('This is our second email about this.');
  expect(said).toContain('we have asked our team and the service manager again');
  expect(said).toContain('in about 4 weeks, we will email you again');
  expect(first.text).not.toContain('4 weeks');
});

it('a later email says that it is not the first, and no longer that it is the second', () => {
  const { text } = toReferrer(caseWith({ task: taskOf('TRIAGE', 5), parked: { ...parked, told: 4 } }));
  expect(text).toContain('We have emailed you about this before.');
  expect(text).not.toContain('second');
});

it('where the service manager was never asked by a reminder, it is the first', () => {
  const theCase = caseWith({ task: taskOf('TRIAGE', 1), parked });
  expect(toReferrer(theCase).subject).toBe(`Referral ${reference}: no decision yet`);
});

it.each([
  [true, 'every service manager to look at it again, so you too'],
  [false, 'ask the service manager to look at it again'],
])('who is second reads whom we ask, a manager of their own part: %s', (toManager, words) => {
  const { text } = createNoticeRenderer()('TEAM_SECOND_PERSON', {
    ...factsFor('TEAM_SECOND_PERSON', caseWith({ task: taskOf('TRIAGE') })),
    toManager,
  });
  expect(text.replace(/\s+/g, ' ')).toContain(words);
});
