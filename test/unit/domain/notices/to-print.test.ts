import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { parentsToTellInPerson } from '#domain/notices/recipients.ts';
import { inPlaceOfEmail, isPostedAfterBounce, printedFor } from '#domain/notices/to-print.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { caseWith } from '../../application/notices/sample.ts';
import { familyOf, father, mother, withChannel } from '../safe-contact/family.ts';

const { email: _hers, ...posted } = mother;
const of = (facts: FamilyFacts): Addressees => ({ referrer: {}, ...facts });
const inPerson = (facts: FamilyFacts) => parentsToTellInPerson(of(facts)).map(({ why }) => why);
const flagged = familyOf([{ ...posted, safeContact: 'By text' }]);
const at = '2026-09-24T10:00:00.000Z';

test.each<[string, FamilyFacts, number[], string[]]>([
  ['an adult with an email address gets an email', familyOf([mother]), [], []],
  ['one with an address alone gets a letter', familyOf([posted]), [0], []],
  ['one with neither is told in person', familyOf([{ name: 'A' }]), [], ['NO_EMAIL']],
  ['each of two is reached in their own way', familyOf([posted, father]), [0], []],
  ['a flagged one is told in person', flagged, [], ['NO_EMAIL']],
  ['a flagged one whose post two people found safe gets a letter', withChannel(flagged, 0, 'POST'), [0], []],
  [
    'a family that reads large print gets a letter, and no email',
    familyOf([mother], {}, { communication: { format: 'LARGE_PRINT' } }),
    [0],
    [],
  ],
  ...(['EASY_READ', 'AUDIO', 'TRANSLATION', 'of a later release'] as const).map(
    (format): [string, FamilyFacts, number[], string[]] => [
      `a family that needs ${format} is told by a person who arranges it`,
      familyOf([mother], {}, { communication: { format } }),
      [],
      ['OTHER_FORMAT'],
    ],
  ),
  [
    'so is one that reads another language',
    familyOf([mother], {}, { communication: { preferredLanguage: 'Polish' } }),
    [],
    ['OTHER_FORMAT'],
  ],
  [
    'so is one that needs an interpreter',
    familyOf([mother], {}, { communication: { interpreterNeeded: true } }),
    [],
    ['OTHER_FORMAT'],
  ],
  [
    'and not one whose language is English',
    familyOf([mother], {}, { communication: { preferredLanguage: ' english ' } }),
    [],
    [],
  ],
])('%s', (_who, facts, letters, toTell) => {
  expect([inPlaceOfEmail(of(facts)), inPerson(facts)]).toEqual([letters, toTell]);
});

const back = (...places: number[]): Case =>
  caseWith({
    unreached: places.map((place) => ({ notice: `FAMILY_ENDED-FAMILY-${place}`, why: 'BOUNCED', cameBack: true })),
  });

test('whose email came back gets a letter where each of them may, else someone tells them', () => {
  const both = of(familyOf([mother, { ...father, address: '3 Example Road' }]));
  const one = of(familyOf([mother, father]));
  expect(isPostedAfterBounce({ theCase: back(0, 1), referral: both })).toBe(true);
  expect(printedFor('CAME_BACK', back(0, 1), both)).toEqual([0, 1]);
  expect(isPostedAfterBounce({ theCase: back(0, 1), referral: one })).toBe(false);
  expect(isPostedAfterBounce({ theCase: back(), referral: both })).toBe(false);
});

test('an email that came back before the case was reopened asks for no letter about its next end (late)', () => {
  const reopened = { times: 1, at, by: { kind: 'MACHINE' as const }, familyKnew: true };
  expect(printedFor('CAME_BACK', { ...back(0), reopened }, of(familyOf([mother])))).toEqual([]);
});
