import { describe, expect, it } from 'vitest';
import { decisionOn, erasureGroundSchema } from '#domain/case/erasure.ts';
import { brokenAt } from '#domain/process/history.ts';
import { blocksOf } from '#tools/readability/blocks.ts';
import { leavingOut } from '#tools/readability/leave-out.ts';
import { readingAge } from '#tools/readability/reading-age.ts';
import { erasureAt } from '#web/staff/erasure/address.ts';
import { erasureFaultWords, erasureWords as words } from '#web/staff/erasure/words.ts';
import { recordAt } from '#web/staff/records/address.ts';
import { hidden } from '../browser.ts';
import { childOf } from './lists-world.ts';
import { visiting } from './visiting-world.ts';

const REFERENCE = childOf(0);
const AT = erasureAt(REFERENCE);
const WHY = 'Asked by the mother, decided with Jo of data protection';
const on = { 'on-day': '24', 'on-month': '9', 'on-year': '2026' };

/** A service manager whom someone asked to erase the record of a child whom Kim visits. */
async function asked() {
  const world = await visiting();
  const { manager } = world;
  const fields = async () => {
    const page = await manager.get(AT);
    return { csrf: hidden(page, 'csrf'), seen: hidden(page, 'seen') };
  };
  const decide = async (more: Record<string, string>) => manager.post(AT, { ...(await fields()), ...on, ...more });
  const answer = async () => manager.post(`${AT}/answered`, await fields());
  return { ...world, fields, decide, answer, theCase: () => world.read(0) };
}

describe('a request to erase a record', () => {
  it('is decided by a named person with the exemption that applies, and shows the answer to send', async () => {
    const { manager, decide, theCase } = await asked();
    expect((await manager.get(recordAt(REFERENCE))).body).toContain(`href="${AT}"`);
    const { status, body } = await decide({ ground: 'PUBLIC_TASK', reason: WHY });
    expect([status, body.includes(words.done), body.includes('24 October 2026')]).toEqual([200, true, true]);
    for (const line of ['We will not erase it', 'Information Commissioner’s Office']) expect(body).toContain(line);
    const { erasure, history } = await theCase();
    expect(erasure).toMatchObject({ decision: 'REFUSE', ground: 'PUBLIC_TASK', reason: WHY, askedOn: '2026-09-24' });
    expect(erasure?.by).toMatchObject({ kind: 'PERSON' });
    expect(history.at(-1)).toMatchObject({ event: 'ERASURE_DECIDED', ground: 'PUBLIC_TASK', text: WHY });
    expect(brokenAt(history)).toBeUndefined();
  });

  it('that is agreed says what still holds the record, and the nightly erasing honours it', async () => {
    const { decide, theCase } = await asked();
    const { body } = await decide({ ground: 'OBJECTED', reason: WHY });
    for (const said of ['Nothing is erased until it has ended', 'We will erase it']) expect(body).toContain(said);
    expect((await theCase()).erasure?.decision).toBe('ERASE');
  });

  it('is answered by the person, who records it once (twice)', async () => {
    const { decide, answer, fields, manager, theCase } = await asked();
    await decide({ ground: 'NOT_ENTITLED', reason: WHY });
    const before = await fields();
    expect((await answer()).body).toContain(words.answeredDone);
    expect((await manager.post(`${AT}/answered`, before)).status).toBe(409);
    const { erasure, history } = await theCase();
    expect(erasure?.answered?.by).toMatchObject({ kind: 'PERSON' });
    expect(history.filter(({ event }) => event === 'ERASURE_ANSWERED')).toHaveLength(1);
  });

  it.each([
    ['nothing was selected', { reason: WHY }, erasureFaultWords.GROUND_MISSING],
    ['what was selected is none', { ground: 'BECAUSE', reason: WHY }, erasureFaultWords.GROUND_MISSING],
    ['no reason was given', { ground: 'PUBLIC_TASK' }, erasureFaultWords.REASON_MISSING],
    ['the day is to come', { ground: 'PUBLIC_TASK', reason: WHY, 'on-year': '2099' }, erasureFaultWords.DATE_IN_FUTURE],
  ])('is not decided where %s (half-finished)', async (_why, fields, said) => {
    const { decide, theCase } = await asked();
    const { status, body } = await decide(fields);
    expect([status, body.includes(said)]).toEqual([422, true]);
    expect((await theCase()).erasure).toBeUndefined();
  });

  it('is decided once by a form that is sent twice, and no old form changes a newer decision (twice, late)', async () => {
    const { manager, fields, decide, theCase } = await asked();
    const before = await fields();
    await decide({ ground: 'PUBLIC_TASK', reason: WHY });
    expect((await manager.post(AT, { ...before, ...on, ground: 'OBJECTED', reason: 'Old' })).status).toBe(409);
    expect((await theCase()).erasure?.ground).toBe('PUBLIC_TASK');
  });

  it('is no page of a practitioner, and there is none of an unknown reference', async () => {
    const { kim, manager } = await asked();
    expect([(await kim.get(AT)).status, (await manager.get(erasureAt(childOf(7)))).status]).toEqual([403, 404]);
  });
});

describe('the answer', () => {
  it.each(erasureGroundSchema.options)(
    'for %s says what was decided, in words short enough for every family',
    async (ground) => {
      const { decide } = await asked();
      const [, letter = ''] = /id="answer">([\s\S]*?)<\/div>/.exec((await decide({ ground, reason: WHY })).body) ?? [];
      const lines = blocksOf(`<main>${letter}</main>`);
      expect(letter.includes('We will erase it.')).toBe(decisionOn(ground) === 'ERASE');
      expect(letter).not.toContain(WHY);
      expect(lines.length).toBeGreaterThanOrEqual(4);
      expect(readingAge(lines, leavingOut(['Information Commissioner’s Office']))).toBeLessThanOrEqual(11);
    },
  );
});
