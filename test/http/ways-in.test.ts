import { describe, expect, it } from 'vitest';
import { inspectEvidence } from '#application/intake/inspect-evidence.ts';
import { fileOf } from '#domain/referral/document/file-bytes.ts';
import { fixtureDocument } from '#test/kit/documents.ts';
import { words } from '#test/unit/web/public/world.ts';
import { fileProblems, tags } from '#web/form/files/words.ts';
import { apiWorld, validReferral } from './api/world.ts';
import { testEvidence } from './doubles.ts';
import { caseOnReceipt } from './records.ts';
import {
  answerWith,
  checker,
  fileInAnswer,
  fileInForm,
  type Named,
  namedInForm,
  pageOfForm,
  sentByApi,
  sentByForm,
} from './ways-in.ts';

const date = (name: string, [day = '', month = '', year = '']: readonly string[]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

const named: [string, Named][] = [
  [
    'as a page is copied',
    {
      ...{ nhsNumber: '943\u2013476\u20135919', postcode: 'TA1-9ZZ', phone: '01632\u2013960001' },
      ...{ email: 'Robin Field <robin@example.org>', firstName: 'Po\u200Bppy' },
    },
  ],
  [
    'as a program writes it',
    {
      ...{ nhsNumber: '943.476.5919.', postcode: '(TA1 9ZZ)', phone: '01632-960001' },
      ...{ email: 'mailto:robin@example.org', firstName: '\u202DPoppy\u202C' },
    },
  ],
  [
    'as it is read out',
    {
      ...{ nhsNumber: '943 476\u00A05919', postcode: 'ta19zz', phone: ' 01632-960001 ' },
      ...{ email: ' <robin@example.org>; ', firstName: 'Poppy\u00AD' },
    },
  ],
  [
    'with marks of direction',
    {
      ...{ nhsNumber: '\u200E9434765919', postcode: '\u202ATA1 9ZZ\u202C', phone: '\u200E01632-960001' },
      ...{ email: 'robin@example.org\u200E.', firstName: '\u2066Poppy\u2069' },
    },
  ],
];

describe.each(named)('whoever is named %s', (_how, typed) => {
  it.each([
    ['the API', sentByApi],
    ['the form', (one: Named) => sentByForm('form', namedInForm(one))],
    ['the paper entry', (one: Named) => sentByForm('paper', namedInForm(one))],
  ])('is read alike by %s', async (_way, sent) => {
    const referral = await sent(typed);
    expect(referral).toMatchObject({ postcode: 'TA1 9ZZ', referrer: { email: 'robin@example.org' } });
    expect(referral?.child).toMatchObject({ nhsNumber: '9434765919', firstName: 'Poppy' });
    expect(referral?.family.parents[0]?.phone).toBe('01632-960001');
  });
});

describe.each([
  ['12,5 hours', '14,5 mths.'],
  ['12.5h', '14.5 months'],
  ['12.50', ' 14.5m '],
  ['\u200B12.5\u00A0hrs a week', '14.5\u00A0months'],
])('a number that is typed as %j or %j', (hours, months) => {
  it.each(['form', 'paper'] as const)('is read by the %s', async (who) => {
    const referral = await sentByForm(who, {
      setting: { settingHoursPerWeek: hours },
      ages: { 'development.locomotor.age': months },
    });
    expect(referral?.settingHoursPerWeek).toBe(12.5);
    expect(referral?.assessments[0]?.developmentalAgeMonths).toBe(14.5);
  });

  it('is read by the checker', async () => {
    const page = await checker({ 'number-settingHours': hours, 'age-locomotor': months });
    expect(page.status).toBe(200);
    expect(words(page.body)).toContain('12.5 hours a week');
    expect(words(page.body)).toContain('14.5');
  });

  it('is read by the answer to a question', async () => {
    const tool = { 'development.tool': 'SOGS', 'development.gives': 'AGES' };
    const day = date('development.assessedOn', ['1st', 'Sept.', '2026,']);
    const { theCase } = await answerWith({ ...tool, ...day, 'development.locomotor.age': months });
    expect(theCase.newestAreas).toMatchObject([{ developmentalAgeMonths: 14.5, assessedOn: '2026-09-01' }]);
  });
});

const days: [string, readonly string[], string][] = [
  ['tomorrow', ['25', '9', '2026'], 'must be on or before'],
  ['next year', ['24', '9', '2027'], 'must be on or before'],
  ['in the year 26', ['24', '9', '0026'], 'Check the year of'],
  ['a hundred years ago', ['24', '9', '1926'], 'Check the year of'],
];
const TOOL = { 'development.tool': 'SOGS', 'development.gives': 'AGES', do: 'ages' };

describe.each(days)('an assessment that is said to be of %s', (_when, [day = '', month = '', year = ''], said) => {
  const typed = [day, month, year];
  it.each([
    ['the form', (on: readonly string[]) => pageOfForm('form', 'tool', date('development.assessedOn', on))],
    ['the paper entry', (on: readonly string[]) => pageOfForm('paper', 'tool', date('development.assessedOn', on))],
    ['the checker', (on: readonly string[]) => checker(date('on-assessed', on))],
    [
      'the answer to a question',
      async (on: readonly string[]) => (await answerWith({ ...TOOL, ...date('development.assessedOn', on) })).page,
    ],
  ])('is refused by %s', async (_way, post) => {
    const answer = await post(typed);
    expect([answer.status, words(answer.body)]).toEqual([422, expect.stringContaining(said)]);
  });

  it('is refused by the API', async () => {
    const assessments = [
      { area: 'locomotor', tool: 'UNSTATED', developmentalAgeMonths: 10, assessedOn: `${year}-0${month}-${day}` },
    ];
    const { statusCode, json } = await apiWorld().submit({ ...validReferral, assessments });
    expect([statusCode, json.problems[0]]).toMatchObject([422, { path: 'assessments[0].assessedOn' }]);
    expect(json.problems[0].message).toContain(said);
  });
});

const files: [string, string, string, string][] = [
  ['user-password.pdf', 'application/pdf', fileProblems.locked, 'EVIDENCE_LOCKED'],
  ['header-only.pdf', 'application/pdf', fileProblems.damaged, 'EVIDENCE_DAMAGED'],
  ['docm-renamed.docx', 'application/octet-stream', fileProblems.type, 'EVIDENCE_UNREADABLE'],
  ['trash-first.docx', 'application/octet-stream', tags.there, 'EVIDENCE_USABLE'],
];

describe.each(files)('a file such as %s', (name, contentType, said, code) => {
  const file = { ...fileOf(fixtureDocument(name)), contentType };

  it.each([
    ['the form', () => fileInForm('form', file)],
    ['the paper entry', () => fileInForm('paper', file)],
    ['the answer to a question', () => fileInAnswer(file)],
  ])('is seen for what it is by %s', async (_way, upload) => {
    expect(await upload()).toContain(said);
  });

  it('is seen for what it is where the API names it', async () => {
    const evidence = testEvidence();
    evidence.upload('local', 'uploaded-1', file);
    const item = { type: 'SOGS' as const, title: 'Form', evidenceId: 'uploaded-1' };
    const seen = await inspectEvidence(evidence, caseOnReceipt(), { evidence: [item] }, '2026-09-24T08:00:00.000Z');
    expect(seen.evidence[0]?.code).toBe(code);
  });
});
