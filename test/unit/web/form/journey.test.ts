import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { answers as byPage } from '#test/http/form/world.ts';
import { readTypedDate } from '#web/components/date-problem.ts';
import { readBody } from '#web/form/body/read-body.ts';
import { namesOf } from '#web/form/engine/fields.ts';
import { tasksOf } from '#web/form/engine/journey.ts';
import { inFormWords } from '#web/form/engine/mistake-words.ts';
import { mistakesIn, mistakesOn } from '#web/form/engine/mistakes.ts';
import { pagesFor, stepAt, stepsIn } from '#web/form/engine/steps.ts';
import { pages } from '#web/form/pages/all.ts';
import { assessedOnField, toolField } from '#web/form/pages/development/tool.ts';
import { answersOfStaff } from '#web/form/paper/entered.ts';

const today = '2026-09-24';
const now = '2026-09-24T09:00:00.000Z';
const whole = Object.assign({}, ...Object.values(byPage));
const without = (...names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(byPage).flatMap(([path, fields]) => (names.includes(path) ? [] : Object.entries(fields))),
  );
const standingOf = (path: string, answers: Readonly<Record<string, string>>, done: readonly string[] = []) =>
  tasksOf(answers, done, { today, now, policy: defaultPolicy, lacking: new Set() })
    .flatMap(({ tasks }) => tasks)
    .find(({ page }) => page.path === path)?.standing;

describe('the journey', () => {
  it('has no page twice, and each page in one section only', () => {
    const paths = pages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    const sections = pages.map(({ section }) => section);
    const starts = sections.filter((section, index) => section !== sections[index - 1]);
    expect(new Set(starts).size).toBe(starts.length);
  });

  it.each([
    ['a referrer', whole],
    ['staff', { ...whole, ...answersOfStaff }],
  ])('asks %s for every answer under one name only', (_who, answers) => {
    const names = pagesFor(answers).flatMap((page) =>
      page.fields.flatMap((field) =>
        namesOf(field).map((name) => (page.kind === 'list' ? `${page.root}.${name}` : name)),
      ),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('asks for areas where a record gives ages or scores, and for none where it gives neither', () => {
    const asked = (tool: string, gives: string) =>
      pagesFor({ 'development.tool': tool, 'development.gives': gives }).some(({ path }) => path === 'ages');
    expect([asked('SOGS', 'AGES'), asked('ASQ3', 'SCORES'), asked('BAYLEY', 'BOTH')]).toEqual([true, true, true]);
    expect([asked('NONE', ''), asked('', ''), asked('UNSTATED', 'WORDS')]).toEqual([false, false, false]);
  });

  it('makes a referral of whole answers with which the domain finds no fault', () => {
    expect(mistakesIn(whole, { today, now })).toEqual([]);
    expect(assess(readBody(whole).body, today, defaultPolicy)).toMatchObject({
      outcome: 'TRIAGE',
      triageRecommendation: 'ELIGIBLE',
      reasons: ['DELAY_MET_IN_2_AREAS'],
    });
  });

  it.each([
    ['risk', 'immediateRisk'],
    ['you', 'referrer.name'],
    ['agreement', 'consent.parentAgreesToReferral'],
    ['child', 'child.dob-day'],
    ['parents/1', 'family.parents'],
    ['home', 'postcode'],
    ['home', 'availability.weeklyHomeVisits'],
    ['setting', 'settingHoursPerWeek'],
    ['health', 'physicalDevelopmentSignificantlyAffected'],
  ])('finds what is missing without the page %s, and shows its task as not started', (path, input) => {
    const answers = without(path);
    expect(mistakesIn(answers, { today, now }).map((mistake) => mistake.path)).toContain(input);
    expect(standingOf(path.replace(/\/1$/, ''), answers)).toBe('NOT_STARTED');
  });

  it('shows a task as completed once its page is saved, and in progress with a mistake in it', () => {
    expect(standingOf('child', whole, ['child'])).toBe('COMPLETED');
    expect(standingOf('child', { ...whole, 'child.dob-month': '13' }, ['child'])).toBe('INCOMPLETE');
    expect(standingOf('story', {})).toBe('OPTIONAL');
    expect(standingOf('evidence', {})).toBe('NOT_STARTED');
    expect(standingOf('tool', {})).toBe('NOT_STARTED');
  });

  it('shows the documents as not started while there is none, and as in progress with too little to send', () => {
    const none = without('evidence/1');
    const statement = { 'evidence[0].type': 'PARENT_STATEMENT', 'evidence[0].title': 'What the parents say' };
    expect(standingOf('evidence', none)).toBe('NOT_STARTED');
    expect(standingOf('evidence', { ...none, ...statement }, ['evidence/1'])).toBe('INCOMPLETE');
    expect(standingOf('evidence', whole, ['evidence/1'])).toBe('COMPLETED');
  });

  it('shows a list with an entry that was saved empty as in progress (half-finished)', () => {
    expect(standingOf('professionals', {})).toBe('OPTIONAL');
    expect(standingOf('professionals', { 'otherProfessionals[0].name': '' })).toBe('INCOMPLETE');
  });

  it('puts a mistake beside its input in words for a form, for one kind of input each', () => {
    const said = (path: string, entry: string | undefined, typed: Readonly<Record<string, string>>) => {
      const answers = { ...whole, ...typed };
      const step = stepAt(answers, path, entry);
      return step && mistakesOn(step, answers, { today, now });
    };
    expect(said('setting', undefined, { settingHoursPerWeek: 'all day' })).toEqual([
      {
        path: 'settingHoursPerWeek',
        message: 'Hours a week at a nursery or other setting must be a number, like 12 or 10.5',
      },
    ]);
    expect(said('setting', undefined, { settingHoursPerWeek: '12.1' })?.[0]?.message).toContain('in steps of 0.25');
    expect(said('ages', undefined, { 'development.locomotor.age': '-3' })?.[0]?.message).toBe(
      'Developmental age for locomotor must be 0 or more',
    );
    expect(said('child', undefined, { 'child.dob-day': '31', 'child.dob-month': '2' })).toMatchObject([
      readTypedDate({ day: '31', month: '2', year: '2024' }, 'the date of birth'),
    ]);
    expect(said('you', undefined, { 'referrer.email': 'nobody' })?.[0]?.message).toBe(
      'Enter your work email address, like name@example.org',
    );
    expect(said('home', undefined, { postcode: 'BA2O 1AA' })?.[0]?.path).toBe('postcode');
    expect(said('tool', undefined, { 'development.assessedOn-year': '2027' })?.[0]?.path).toBe(
      'development.assessedOn-day',
    );
    expect(said('tool', undefined, { 'development.assessedOn-year': '2027' })?.[0]?.message).toBe(
      inFormWords({ rule: 'after-referral', params: { on: today } }, assessedOnField),
    );
    expect(said('parents', '1', { 'family.parents[0].email': 'nobody' })).toEqual([
      { path: 'family.parents[0].email', message: 'Enter the email address, like name@example.org' },
    ]);
  });

  it('asks which tool was used, with its own answer for none (half-finished)', () => {
    const step = stepAt({}, 'tool', undefined);
    const mistakes = (answers: Readonly<Record<string, string>>) => step && mistakesOn(step, answers, { today, now });
    expect(mistakes({})).toEqual([
      { path: 'development.tool', message: inFormWords({ rule: 'missing', params: {} }, toolField) },
    ]);
    expect(mistakes({ 'development.tool': 'NONE' })).toEqual([]);
  });

  it.each(['9', '09', 'September', 'sept', 'SEP.'])('takes a month that was typed as %s', (month) => {
    const typed = { ...whole, 'child.dob-month': month };
    expect(readBody(typed).body).toMatchObject({ child: { dob: '2024-09-10' } });
  });

  it.each(['Se', 'Septober', '13', '-9'])('takes %s for no month (hostile)', (month) => {
    const typed = { ...whole, 'child.dob-month': month };
    expect(mistakesIn(typed, { today, now }).map(({ path }) => path)).toEqual(['child.dob-day']);
  });

  it('never throws, and puts every mistake where somebody can mend it, whatever was typed (hostile)', () => {
    const names = pages.flatMap((page) =>
      page.fields.flatMap((field) =>
        namesOf(field).map((name) => (page.kind === 'list' ? `${page.root}[0].${name}` : name)),
      ),
    );
    const typed = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.constantFrom('yes', '1', 'SOGS')));
    fc.assert(
      fc.property(typed, (some) => {
        const answers = { ...whole, ...some };
        const inputs = new Set(
          pagesFor(answers).flatMap((page) => [
            ...(page.kind === 'list' ? [page.root] : []),
            ...stepsIn(page, answers).flatMap(({ fields }) => fields.flatMap(namesOf)),
          ]),
        );
        expect(mistakesIn(answers, { today, now }).filter(({ path }) => !inputs.has(path))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
