import { describe, expect, it } from 'vitest';
import { agesWords } from '#web/referral/answer/ages/words.ts';
import { answerWords } from '#web/referral/answer/words.ts';
import { answerPageWords } from '#web/referral/words.ts';
import { type Answer, hidden } from '../browser.ts';
import { asked } from './standings.ts';
import { referrerWorld } from './world.ts';

const day = {
  'development.assessedOn-day': '1',
  'development.assessedOn-month': '9',
  'development.assessedOn-year': '2026',
};
const sogs = { 'development.tool': 'SOGS', 'development.gives': 'AGES', ...day };
const typed = { text: 'She is two.\nShe plays alone', [`title-${'A'.repeat(22)}`]: 'Plan' };

/** Every control that stands filled in the page. */
const filled = ({ body }: Answer) =>
  Object.fromEntries(
    [...body.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
      const [, name = ''] = / name="([^"]+)"/.exec(tag) ?? [];
      const [, value = ''] = / value="([^"]*)"/.exec(tag) ?? [];
      return tag.includes('type="radio"') && !tag.includes('checked') ? [] : [[name, value] as const];
    }),
  );

async function world() {
  const known = await referrerWorld(asked, 'ANSWER');
  const { using, address } = await known.visit();
  const write = await using.get(`${address}/write`);
  const base = { csrf: hidden(write, 'csrf'), task: hidden(write, 'task'), files: '' };
  const press = (pressed: string, fields: Record<string, string> = {}) =>
    using.post(address, { ...base, ...typed, ...(pressed === '' ? {} : { do: pressed }), ...fields });
  return { ...known, using, address, write, press };
}

describe('the pages for ages in an answer', () => {
  it('are offered beside the words, and carry everything that was typed', async () => {
    const { write, press } = await world();
    expect(write.body).toContain(agesWords.add);
    const tool = await press('tool');
    expect([tool.status, filled(tool)]).toMatchObject([200, typed]);
    const areas = await press('ages', sogs);
    expect([areas.status, filled(areas)]).toMatchObject([200, { ...typed, ...sogs }]);
    expect(areas.body).toContain('name="development.locomotor.age"');
  });

  it('lead back to the answer, which shows each area with its delay', async () => {
    const { press } = await world();
    const kept = await press('keep', { ...sogs, 'development.locomotor.age': '12' });
    expect(kept.status).toBe(200);
    expect(kept.body).toContain(agesWords.change);
    expect(kept.body).toContain('12 months');
    expect(kept.body).toContain('She plays alone');
    expect(filled(kept)).toMatchObject({ ...sogs, 'development.locomotor.age': '12' });
  });

  it('are part of the answer, as numbers by area, with words or without', async () => {
    const { press, theCase } = await world();
    const ages = { 'development.locomotor.age': '10 months', 'development.speech_and_language.age': '6.5' };
    const sent = await press('', { ...sogs, ...ages, text: '' });
    expect(sent.body).toContain(answerPageWords.received);
    const common = { tool: 'SOGS', assessedOn: '2026-09-01' };
    expect((await theCase()).answers).toMatchObject([
      {
        text: '',
        areas: [
          { area: 'locomotor', developmentalAgeMonths: 10, ...common },
          { area: 'speech_and_language', developmentalAgeMonths: 6.5, ...common },
        ],
      },
    ]);
  });

  it('take scores with their cut-offs too', async () => {
    const { press, theCase } = await world();
    const scores = { 'development.locomotor.score': '20', 'development.locomotor.cutOff': '30.5' };
    await press('', { ...day, 'development.tool': 'ASQ3', 'development.gives': 'SCORES', ...scores });
    expect((await theCase()).newestAreas).toMatchObject([{ area: 'locomotor', score: 20, cutOff: 30.5, tool: 'ASQ3' }]);
  });

  it('ask about an age above the child’s own', async () => {
    const { press } = await world();
    expect((await press('keep', { ...sogs, 'development.locomotor.age': '40' })).body).toContain('Is that right?');
  });

  it('can be left out again, and nothing else is lost', async () => {
    const { press } = await world();
    const page = await press('without', { ...sogs, 'development.locomotor.age': '12' });
    expect(page.body).toContain(agesWords.add);
    expect(page.body).toContain('She plays alone');
    expect(filled(page)).not.toHaveProperty(['development.locomotor.age']);
  });
});

describe('what is wrong with ages is said at the box, in the words of the form', () => {
  it.each([
    ['no tool', 'ages', { ...sogs, 'development.tool': '' }, 'Select which tool was used'],
    ['no day', 'ages', { ...sogs, 'development.assessedOn-day': '' }, 'Date of the assessment must include a day'],
    [
      'a day to come',
      'ages',
      { ...sogs, 'development.assessedOn-year': '2027' },
      'must be on or before 24 September 2026',
    ],
    [
      'a day before birth',
      'ages',
      { ...sogs, 'development.assessedOn-year': '2024' },
      'must be on or after the date of birth',
    ],
    ['no area', 'keep', sogs, agesWords.none],
    ['an age in words', 'keep', { ...sogs, 'development.visual.age': 'ten' }, 'must be a number'],
    ['an age below zero', 'keep', { ...sogs, 'development.visual.age': '-1' }, 'must be 0 or more'],
    ['an age beyond all ages', '', { ...sogs, 'development.visual.age': '900' }, 'must be 240 or less'],
    [
      'a mistake that came with the button to send',
      '',
      { ...sogs, 'development.tool': '' },
      'Select which tool was used',
    ],
  ])('%s', async (_what, pressed, fields, said) => {
    const { press, theCase } = await world();
    const page = await press(pressed, fields);
    expect(page.status).toBe(422);
    expect(page.body).toContain(said);
    expect(filled(page)).toMatchObject(typed);
    expect((await theCase()).answers).toEqual([]);
  });

  it('an answer without words, a file or ages is still missing', async () => {
    const { press } = await world();
    const page = await press('', { text: '' });
    expect([page.status, page.body]).toEqual([422, expect.stringContaining(answerWords.ANSWER_MISSING)]);
  });
});

describe('ages for a question that is closed', () => {
  it.each(['tool', 'ages', 'keep', 'without'])('are kept on the page that says so: %s', async (pressed) => {
    const { press } = await world();
    await press('', {});
    const page = await press(pressed, { ...sogs, 'development.locomotor.age': '12' });
    expect(page.status).toBe(409);
    expect(page.body).toContain('Locomotor, age in months');
  });
});
