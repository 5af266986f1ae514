import { expect, it } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { caseWith, factsFor, taskOf } from '../../application/notices/sample.ts';

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
