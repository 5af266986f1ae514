import { expect, test } from 'vitest';
import { type Case, caseSchema } from '#domain/case/case.ts';
import { applyChange } from '#domain/case/change.ts';
import { partToSeal, wholeCase, withoutPart } from '#domain/case/seal.ts';
import { brokenAt, linked } from '#domain/process/history.ts';
import { inTriage } from '#test/http/referral/standings.ts';

const earlier = '2026-09-24T07:30:00.000Z';

/**
 * A case to which a later release has added so many events. Only that release knows them, each with a text and a field
 * of its own.
 */
function withLaterEvents(count: number): Case {
  const text = 'x'.repeat(4000);
  let history: readonly { readonly n: number; readonly hash: string }[] = inTriage.history;
  for (let i = 0; i < count; i += 1) {
    const event = { event: 'LATER_CODE', by: { kind: 'LATER_CODE', of: 'x' }, text, later: { code: 'LATER_CODE' } };
    history = [...history, linked(history.at(-1), event, earlier, 1)];
  }
  return caseSchema.parse({ ...inTriage, history });
}

test('events of a later release move to a sealed part unharmed, and the chain holds across it', () => {
  const before = applyChange(withLaterEvents(25), { now: '2026-09-24T09:00:00.000Z', policyVersion: 1 }, {});
  const part = partToSeal(before);
  if (!part) throw new Error('It fits still.');
  const after = withoutPart(before, part);
  expect(part.history.at(-1)).toMatchObject({ event: 'LATER_CODE', later: { code: 'LATER_CODE' } });
  const whole = wholeCase(after, [part]);
  expect(whole.history).toEqual(before.history);
  expect(brokenAt(whole.history)).toBeUndefined();
});
