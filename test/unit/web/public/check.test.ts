import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '#domain/service/policy.ts';
import { visitsUnlikely } from '#test/kit/words/referral.ts';
import { aboveAge, IS_THAT_RIGHT } from '#web/components/record/above-age.ts';
import { verdictTitles } from '#web/public/check/answer.ts';
import { complete, publicWorld, words } from './world.ts';

type Fields = Record<string, string>;

async function check(change: Fields = {}, policy = defaultPolicy) {
  const answer = await publicWorld({ policy }).post('/check', { ...complete, ...change });
  const said = words(answer.body);
  return { ...answer, said, rules: said.slice(said.indexOf('Each of the criteria'), said.indexOf('Change something')) };
}
const without = (...names: string[]): Fields => Object.fromEntries(names.map((name) => [name, '']));

describe('the check before a referral', () => {
  it('says yes with every rule, its value and its threshold', async () => {
    const { status, said, rules, cookies } = await check();
    expect(status).toBe(200);
    expect(cookies).toEqual([]);
    expect(said).toContain(verdictTitles.ELIGIBLE);
    expect(said).toContain('The last day to refer is 10 September 2027 , 351 days from today.');
    for (const row of [
      'Agreement Met',
      'Age Met Your answer 2 years 14 days Criteria up to the third birthday, 10 September 2027',
      'Documents Met Your answer a Schedule of Growing Skills (SOGS) record Criteria one assessment, letter, plan or report',
      'Your answer 2 areas Criteria 2 areas or more',
      'Date of the assessment Met Your answer 1 September 2026 Criteria at most 183 days before the referral',
      'Other targeted help Met Your answer 2 hours a week Criteria at most half of a week of 30 hours',
      'Nursery or other setting Met Your answer 10 hours a week Criteria home visits are usual up to 15 hours',
      'Weekly visits Met Your answer the family can be at home Criteria available for a weekly home visit',
      'Locomotor 23.71 10 58%, counts',
    ])
      expect(rules).toContain(row);
  });

  it('leads on to the form, which asks for names', async () => {
    expect((await check()).body).toContain('<a href="/refer">Start a referral</a>');
  });

  it('shows an example beside each date', async () => {
    const { body } = await publicWorld().get('/check');
    expect(body.match(/For example, \d+ \d+ 20\d\d/g)).toHaveLength(2);
  });

  it('lists everything that is missing at once, and what can be done', async () => {
    const { said } = await check({ 'answer-agrees': 'no', 'answer-aims': 'no', ...without('evidence-SOGS') });
    expect(said).toContain('Not yet: something is missing');
    expect(said).toMatch(/parents do not agree .* You can refer once they agree/);
    expect(said).toMatch(/aims of Portage .* Explain to the parents/);
    expect(said).toMatch(/No assessment, letter, care plan or report .* Get one assessment/);
    expect(said).toContain('The last day to refer is 10 September 2027');
  });

  it('looks at the rules behind a stop too', async () => {
    const { rules } = await check({ 'number-otherHours': '15.25', ...without('evidence-SOGS') });
    expect(rules).toMatch(/Documents Not accepted without this .* Other targeted help May not meet this/);
  });

  it.each([
    ['24', 'The last day to refer is 24 September 2026 , today.'],
    ['25', 'The last day to refer is 25 September 2026 , 1 day from today.'],
  ])('counts the third birthday on the %sth as the last day', async (day, sentence) => {
    const { said } = await check({ 'on-dob-day': day, 'on-dob-year': '2023' });
    expect(said).toContain(sentence);
  });

  it('points a child over three to the advisory teachers, and looks no further', async () => {
    const { said, rules } = await check({ 'on-dob-day': '23', 'on-dob-year': '2023' });
    expect(said).toContain('No: another service helps children of this age');
    expect(said).toContain('The last day to refer to Portage was 23 September 2026');
    expect(said).toContain('Early Years Advisory Teacher service instead');
    expect(rules).not.toContain('Weekly visits');
  });

  it('points a child beyond Reception to the school', async () => {
    const { said, body } = await check({ 'on-dob-year': '2018' });
    expect(said).toContain('No: school support comes first');
    expect(body).not.toContain('Start a referral');
  });

  it.each([
    ['an area more is needed', { 'age-locomotor': '22' }, verdictTitles.REVIEW],
    ['no developmental age', without('age-locomotor', 'age-speech_and_language'), verdictTitles.REVIEW],
    ['no weekly visit', { 'answer-available': 'no' }, verdictTitles.LIKELY_INELIGIBLE],
    ['other help over half of the week', { 'number-otherHours': '15.25' }, verdictTitles.LIKELY_INELIGIBLE],
  ])('says what the triage team would see: %s', async (_what, change, title) => {
    expect((await check(change)).said).toContain(title);
  });

  it.each([
    ['the example', '12.1', '12.1 49.6%, just under half'],
    ['what a hundredth would round', '12.001', '12.001 49.99%, just under half'],
    ['exactly half', '12', '12 50%, counts'],
    ['what a whole percent would round down', '11.9', '11.9 50.4%, counts'],
  ])('rounds no percentage onto half: %s', async (_what, age, cells) => {
    const { said } = await check({ 'on-dob-day': '1', 'age-locomotor': age });
    expect(said).toContain(`Locomotor 24 ${cells}`);
  });

  it('says that home visits are unlikely over 15 hours in a setting', async () => {
    const { said } = await check({ 'number-settingHours': '15.25' });
    expect(said).toContain(visitsUnlikely(15));
  });

  it('follows the policy of the deployment', async () => {
    const { rules } = await check({ 'number-settingHours': '11' }, { ...defaultPolicy, settingHoursSoftLimit: 10 });
    expect(rules).toContain('over 10 hours in a setting');
  });

  it('speaks of the hours and the age of that policy, and of no other', async () => {
    const policy = { ...defaultPolicy, settingHoursSoftLimit: 12.5, ageLimitYears: 4 };
    const hours = await check({ 'number-settingHours': '13' }, policy);
    const over = await check({ 'on-dob-year': '2022' }, policy);

    expect(hours.said.match(/over [\d.]+ hours in a setting/g)).toEqual(Array(2).fill('over 12.5 hours in a setting'));
    expect(hours.rules).toContain('up to the fourth birthday, 10 September 2028');
    expect(over.said).toContain('The child was over 4 on the day of the referral (fourth birthday: 10 September 2026)');
    expect(hours.said + over.said).not.toMatch(/over 15|over 3 |third birthday/);
  });

  it('says before the birthday where the policy leaves the day itself out', async () => {
    const { rules } = await check({}, { ...defaultPolicy, ageLimitInclusive: false });

    expect(rules).toContain('before the third birthday, 10 September 2027');
  });

  it('asks whether an age above the child’s own is right, and nothing of any other', async () => {
    const { body } = await publicWorld().post('/check', { ...complete, 'age-visual': '30' });
    const visual = { area: 'visual', developmentalAgeMonths: 30, chronologicalAgeMonths: 23.71 } as const;
    for (const question of aboveAge([visual])) expect(words(body)).toContain(question);
    expect(words((await publicWorld().post('/check', complete)).body)).not.toContain(IS_THAT_RIGHT);
  });

  it('asks for what is missing, each at its own field (half-finished)', async () => {
    const { status, body } = await publicWorld().post('/check', {});
    expect(status).toBe(422);
    expect(body).toContain('<title>Error: ');
    const links = [...body.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id);
    expect(links).toEqual([
      'on-dob-day',
      'number-otherHours',
      'number-settingHours',
      'answer-available',
      'answer-agrees',
      'answer-aims',
    ]);
    for (const id of links) expect(body).toContain(` id="${id}"`);
  });

  it.each([
    ['a date that no calendar has (malformed)', { 'on-dob-day': '31', 'on-dob-month': '2' }, 'on-dob-day', /real date/],
    [
      'a child who is not born (out of order)',
      { 'on-dob-year': '2027' },
      'on-dob-day',
      /birth must be on or before 24 September 2026/,
    ],
    [
      'an assessment before birth (out of order)',
      { 'on-assessed-year': '2020' },
      'on-assessed-day',
      /assessment must be on or after the date of birth/,
    ],
    [
      'an assessment tomorrow (out of order)',
      { 'on-assessed-day': '25' },
      'on-assessed-day',
      /assessment must be on or before 24 September/,
    ],
    [
      'ages without a date (half-finished)',
      without('on-assessed-day', 'on-assessed-month', 'on-assessed-year'),
      'on-assessed-day',
      /Enter the date/,
    ],
    [
      'an age in words (malformed)',
      { 'age-visual': 'two' },
      'age-visual',
      /Enter the developmental age for visual in months/,
    ],
    [
      'an age below nothing (hostile)',
      { 'age-visual': '-1' },
      'age-visual',
      /Developmental age for visual must be 0 or more/,
    ],
    ['hours that no week has (hostile)', { 'number-settingHours': '169' }, 'number-settingHours', /168 or less/],
    ['minutes (malformed)', { 'number-otherHours': '1.1' }, 'number-otherHours', /steps of 0.25/],
    ['weeks of pregnancy that cannot be (hostile)', { 'number-gestation': '60' }, 'number-gestation', /45 or less/],
    [
      'an answer that is not offered (hostile)',
      { 'answer-agrees': 'perhaps' },
      'answer-agrees',
      /Select yes if the parents or carers agree/,
    ],
  ])('refuses %s and keeps what was typed', async (_what, change, path, message) => {
    const { status, body, said } = await check(change);
    expect(status).toBe(422);
    expect(body).toContain(`<a href="#${path}">`);
    expect(said).toMatch(message);
    expect(body).toMatch(/value="11.5"/);
    expect(body).toMatch(/id="evidence-SOGS"[^>]* checked/);
    for (const typed of Object.values(change).filter((text) => /^-?[\w.]+$/.test(text) && text !== 'perhaps'))
      expect(body).toContain(`value="${typed}"`);
  });

  it('shows what was typed as text, never as HTML (hostile)', async () => {
    const { body } = await check({ 'age-visual': '"><script>x' });
    expect(body).not.toContain('<script');
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;x"');
  });

  it('refuses a form from another website (hostile)', async () => {
    const { status } = await publicWorld().post('/check', complete, { Origin: 'https://elsewhere.example' });
    expect(status).toBe(403);
  });

  it('logs nothing that was typed', async () => {
    const world = publicWorld();
    await world.post('/check', complete);
    expect(JSON.stringify(world.log.lines)).not.toMatch(/2024|11\.5/);
  });
});
