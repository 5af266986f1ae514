import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { referralSchema } from '#domain/referral/schema.ts';
import { aReferral } from '../a-referral.ts';
import { workedCases } from '../worked-cases.ts';

test.each(workedCases)('$id parses as it stands', ({ body }) => {
  expect(referralSchema.safeParse(body).error?.issues).toBeUndefined();
});

describe('text', () => {
  const story = (worrying: string) => referralSchema.safeParse(aReferral({ story: { worrying } }));

  test('is brought to one form: NFC, trimmed, one kind of line break', () => {
    expect(story('  Zoe\u0308 walks\r\nslowly\tnow ').data?.story?.worrying).toBe('Zo\u00eb walks\nslowly\tnow');
  });

  test.each([
    ['hostile: NUL', 'a\u0000b'],
    ['hostile: bell', 'a\u0007b'],
    ['hostile: escape', 'a\u001b[2Jb'],
    ['hostile: delete', 'a\u007fb'],
    ['hostile: a C1 control', 'a\u0085b'],
    ['hostile: a lone carriage return', 'a\rb'],
    ['hostile: a control character at the end, which trimming would hide', 'a\u000b'],
    ['malformed: half a character', 'a\ud800b'],
    ['malformed: nothing but spaces', '  \n '],
    ['malformed: too long', 'a'.repeat(4001)],
  ])('%s is refused', (_, text) => {
    expect(story(text).success).toBe(false);
  });

  test('is bounded where it ends', () => {
    expect(story('a'.repeat(4000)).success).toBe(true);
  });

  test('hostile: a very long email address is refused at once', () => {
    const referrer = { ...aReferral().referrer, email: `${'a.'.repeat(200_000)}@` };
    expect(referralSchema.safeParse({ ...aReferral(), referrer }).success).toBe(false);
  });
});

describe('unknown keys are refused at every depth', () => {
  test.each([
    ['at the top', { ...aReferral(), colour: 'red' }],
    ['in the child', { ...aReferral(), child: { ...aReferral().child, colour: 'red' } }],
    [
      'in an assessment',
      { ...aReferral(), assessments: [{ area: 'visual', tool: 'SOGS', assessedOn: '2026-09-10', colour: 'red' }] },
    ],
    [
      'hostile: __proto__',
      Object.fromEntries([...Object.entries(aReferral()), ['__proto__', { immediateRisk: false }]]),
    ],
  ])('%s', (_, body) => {
    expect(referralSchema.safeParse(body).error?.issues.map(({ code }) => code)).toEqual(['unrecognized_keys']);
  });
});

test('everything that the early help assessment holds has a place', () => {
  const body = aReferral({
    home: {
      address: '1 Test Lane, Taunton TA1 9ZZ',
      livedThereSince: 'two years',
      whoLivesThere: 'Two parents, a brother of 4',
    },
    family: {
      parents: [
        {
          name: 'Parent 01',
          relationship: 'mother',
          parentalResponsibility: true,
          phone: '+44 1632 960101 ext 4',
          address: '2 Test Lane',
          safeContact: 'By text message, before noon.',
          doNotContact: true,
          addressKeptFrom: 'Parent 02',
        },
      ],
    },
    communication: { preferredLanguage: 'Polish', interpreterNeeded: true, format: 'EASY_READ' },
    agreement: { by: 'Parent 01', on: '2026-09-20', how: 'IN_PERSON', privacyNoticeGivenOn: '2026-09-20' },
    homeSafetyNotes: 'A dog in the yard.',
    gpPractice: { name: 'Test Surgery' },
    socialCare: { status: 'LOOKED_AFTER', socialWorkerName: 'S. Worker', socialWorkerContact: '01632 960555' },
    otherProfessionals: [{ name: 'D. Iet', role: 'Dietitian' }],
    setting: { name: 'Test Nursery', hoursCover: 'TERM_TIME' },
    story: { worrying: 'Speech', workingWell: 'Play', needsToHappen: 'Support' },
    views: { child: 'Likes water.', parents: 'We want help.' },
    section23Notification: { made: true, on: '2026-09-01' },
  });
  expect(referralSchema.safeParse(body).error?.issues).toBeUndefined();
});

test('a JSON schema can be generated from it, in which every field has a title and a description', () => {
  const document = z.toJSONSchema(referralSchema, { io: 'input', unrepresentable: 'any' });
  const bare: string[] = [];
  const walk = (node: z.core.JSONSchema.BaseSchema, path: string) => {
    if (!node.title || !node.description) bare.push(path);
    for (const [key, inner] of Object.entries(node.properties ?? {}))
      if (typeof inner !== 'boolean') walk(inner, `${path}.${key}`);
    if (typeof node.items === 'object' && !Array.isArray(node.items)) walk(node.items, `${path}[]`);
  };
  walk(document, 'referral');
  expect(bare).toEqual([]);
  expect(document.required).toContain('immediateRisk');
});
