import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '#domain/service/policy.ts';
import { IS_THAT_RIGHT } from '#web/components/record/above-age.ts';
import { readBody } from '#web/form/body/read-body.ts';
import { delayNotes } from '#web/form/engine/notes.ts';
import { stepAt } from '#web/form/engine/steps.ts';
import { answerInWords } from '#web/form/engine/view.ts';

const today = '2026-09-24';
const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const tool = (code: string, gives: string) => ({
  'development.tool': code,
  'development.gives': gives,
  ...date('development.assessedOn', '10', '9', '2026'),
});
const asked = (answers: Readonly<Record<string, string>>) =>
  (stepAt(answers, 'ages', undefined)?.fields ?? []).map(({ path }) => path.replace('development.', ''));
const assessments = (answers: Readonly<Record<string, string>>) => readBody(answers).body;
const said = (answers: Readonly<Record<string, string>>) =>
  delayNotes({
    body: readBody({ ...date('child.dob', '10', '9', '2024'), ...answers }).body,
    today,
    policy: defaultPolicy,
  });

describe('the areas that are asked', () => {
  it('are the nine of SOGS for SOGS, and cognitive too for other tools', () => {
    const sogs = asked(tool('SOGS', 'AGES')).filter((path) => path.endsWith('.age'));
    expect(sogs).toHaveLength(9);
    expect(sogs).not.toContain('cognitive.age');
    expect(asked(tool('GRIFFITHS', 'AGES'))).toContain('cognitive.age');
  });

  it('are the five of ASQ-3 for ASQ-3, with scores and no ages unless it is said otherwise', () => {
    const asq = asked({ 'development.tool': 'ASQ3' });
    expect(asq.filter((path) => path.endsWith('.score'))).toHaveLength(5);
    expect(asq.filter((path) => path.endsWith('.age'))).toEqual([]);
  });

  it('keep an area in sight that was filled in before the tool was changed', () => {
    expect(asked({ ...tool('SOGS', 'AGES'), 'development.cognitive.age': '9' })).toContain('cognitive.age');
    expect(asked({ ...tool('SOGS', 'AGES'), 'development.cognitive.age': '' })).not.toContain('cognitive.age');
  });

  it('are shown back as not assessed where nothing was typed', () => {
    const [first] = stepAt(tool('SOGS', 'AGES'), 'ages', undefined)?.fields ?? [];
    expect(first && answerInWords(first, tool('SOGS', 'AGES'))).toBe('Not assessed');
  });
});

describe('what the areas come to in a referral', () => {
  it('has the day of all of them, but for an area that was assessed on another', () => {
    const answers = {
      ...tool('SOGS', 'AGES'),
      'development.locomotor.age': '10',
      'development.visual.age': '12',
      ...date('development.visual.on', '1', '8', '2026'),
      ...date('development.manipulative.on', '2', '8', '2026'),
    };
    expect(assessments(answers)).toMatchObject({
      assessments: [
        { area: 'locomotor', developmentalAgeMonths: 10, tool: 'SOGS', assessedOn: '2026-09-10' },
        { area: 'visual', developmentalAgeMonths: 12, tool: 'SOGS', assessedOn: '2026-08-01' },
      ],
    });
  });

  it('has the name of another tool, and of no tool that was chosen by name', () => {
    const named = { 'development.toolName': 'Mullen Scales', 'development.locomotor.age': '10' };
    expect(assessments({ ...tool('OTHER', 'AGES'), ...named })).toMatchObject({
      assessments: [{ tool: 'OTHER', toolName: 'Mullen Scales' }],
    });
    expect(JSON.stringify(assessments({ ...tool('SOGS', 'AGES'), ...named }))).not.toContain('Mullen');
  });

  it('has ages and scores side by side where the record gives both, and nothing where it only describes', () => {
    const typed = { 'development.cognitive.age': '10', 'development.cognitive.score': '70' };
    expect(assessments({ ...tool('BAYLEY', 'BOTH'), ...typed })).toMatchObject({
      assessments: [{ area: 'cognitive', developmentalAgeMonths: 10, score: 70, tool: 'BAYLEY' }],
    });
    expect(assessments({ ...tool('UNSTATED', 'WORDS'), ...typed })).toMatchObject({ assessments: [] });
  });
});

describe('what is shown back of the areas', () => {
  it('judges half the age on the day of each area’s own assessment', () => {
    const [note] = said({
      ...tool('SOGS', 'AGES'),
      'development.locomotor.age': '11.5',
      'development.visual.age': '11.5',
      ...date('development.visual.on', '10', '7', '2026'),
    });
    expect(note?.table?.rows).toContainEqual(['Locomotor', '11.5 months', '24 months', '12.5 months', 'Yes']);
    expect(note?.table?.rows).toContainEqual(['Visual', '11.5 months', '22 months', '10.5 months', 'No']);
  });

  it.each([
    ['a visual age', tool('SOGS', 'AGES'), { 'development.visual.age': '30' }, 'Visual at 30 months'],
    ['half a month', tool('GRIFFITHS', 'AGES'), { 'development.cognitive.age': '24.5' }, 'Cognitive at 24.5 months'],
    [
      'an age by its own name',
      tool('ASQ3', 'AGES'),
      { 'development.locomotor.age': '200' },
      'Gross motor at 200 months',
    ],
  ])('asks whether %s above the child’s own is right', (_what, how, typed, says) => {
    const lines = said({ ...how, ...typed })[0]?.lines.filter((line) => line.endsWith(IS_THAT_RIGHT));
    expect(lines).toEqual([`${says} is above the child’s own age, 24 months. ${IS_THAT_RIGHT}`]);
  });

  it.each(['24', '23.5', ''])('asks nothing of an age of %j, which is not above', (age) => {
    const lines = said({ ...tool('SOGS', 'AGES'), 'development.visual.age': age, 'development.locomotor.age': '9' });
    expect(lines[0]?.lines.join(' ')).not.toContain(IS_THAT_RIGHT);
  });

  it('shows scores as scores, and says that no delay can be worked out from them', () => {
    const [note] = said({
      ...tool('ASQ3', 'SCORES'),
      'development.locomotor.score': '20',
      'development.locomotor.cutOff': '27.8',
    });
    expect(note?.table?.head).toEqual(['Area', 'Score', 'Cut-off']);
    expect(note?.table?.rows).toContainEqual(['Gross motor', '20', '27.8']);
    expect(note?.table?.rows).toContainEqual(['Fine motor', 'Not assessed', '']);
    expect(note?.lines.join(' ')).toContain('we cannot work out the delay');
  });

  it('says of ages by ASQ-3 that its record gives scores', () => {
    const [note] = said({ ...tool('ASQ3', 'AGES'), 'development.locomotor.age': '10' });
    expect(note?.lines.join(' ')).toContain('ASQ-3 gives scores');
  });

  it.each([
    ['12', 'Yes'],
    ['12.001', 'No, but close'],
    ['12.1', 'No, but close'],
    ['13', 'No'],
  ])('names an area that nearly counts, and rounds no age onto half: %s months of 24', (age, counts) => {
    const [note] = said({ ...tool('SOGS', 'AGES'), 'development.locomotor.age': age });
    const row = note?.table?.rows.find(([area]) => area === 'Locomotor');
    expect([row?.at(1), row?.at(-1)]).toEqual([`${age} months`, counts]);
  });

  it('shows the delay of a child who is over three too', () => {
    const [note] = said({
      ...date('child.dob', '10', '9', '2022'),
      ...tool('SOGS', 'AGES'),
      'development.locomotor.age': '20',
    });
    expect(note?.table?.rows).toContainEqual(['Locomotor', '20 months', '48 months', '28 months', 'Yes']);
  });
});
