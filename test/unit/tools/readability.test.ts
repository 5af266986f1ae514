import { describe, expect, test } from 'vitest';
import { blocksOf } from '#tools/readability/blocks.ts';
import { faultsOf, measure, type Text } from '#tools/readability/faults.ts';
import { leavingOut } from '#tools/readability/leave-out.ts';
import { readingAge } from '#tools/readability/reading-age.ts';
import { reportOn } from '#tools/readability/report.ts';
import { sentencesOf } from '#tools/readability/sentences.ts';
import { TERMS } from '#tools/readability/terms.ts';

const leaveOut = leavingOut(['Ann Example']);
const text = (kind: Text['kind'], ...blocks: string[]): Text => ({ name: 'A text', kind, blocks });
const ageOf = (...blocks: string[]) => Number(readingAge(blocks, leaveOut).toFixed(2));
const faultsIn = (one: Text) => faultsOf(measure(one, leaveOut), leaveOut);

const below11 = 'We will email you when it is your turn for a family visit or meeting.';
const above11 = 'Our team will visit your family each week until summer.';
const below13 =
  'The team reads every document before the next meeting and then writes to you and your doctor by email.';
const above13 = 'The manager decides about more visits for one family each week.';
const words25 =
  'We will tell you in this email what we have done and what you can do if you wish to come with Ann Example today.';
const words26 = words25.replace('today', 'later today');

describe('the limits', () => {
  test('a letter to a family may ask for a reader of 10.99 years, and not of 11.01', () => {
    expect([ageOf(below11), ageOf(above11)]).toEqual([10.99, 11.01]);
    expect(faultsIn(text('letter', below11))).toEqual([]);
    expect(faultsIn(text('letter', above11))).toEqual(['A text: reading age 11.01, at most 11', `  ${above11} (11.0)`]);
  });

  test.each(['email', 'page'] as const)('an %s may ask for a reader of 12.97 years, and not of 13.01', (kind) => {
    expect([ageOf(below13), ageOf(above13)]).toEqual([12.97, 13.01]);
    expect(faultsIn(text(kind, below13))).toEqual([]);
    expect(faultsIn(text(kind, above13))).toEqual(['A text: reading age 13.01, at most 13', `  ${above13} (13.0)`]);
  });

  test.each(['letter', 'email', 'page'] as const)(
    'a %s may have a sentence of 25 words, names too, and none of 26',
    (kind) => {
      expect(faultsIn(text(kind, 'Come in.', words25))).toEqual([]);
      expect(faultsIn(text(kind, 'Come in.', words26))).toEqual([
        'A text: a sentence of 26 words, at most 25',
        `  ${words26}`,
      ]);
    },
  );

  test('the hardest sentences come first, three at most, and an easy one is not named', () => {
    const hard = ['Universal', 'Considerable', 'Interesting', 'Electricity'].map((word) => `${word} university.`);
    const [, ...named] = faultsIn(text('email', 'Come in.', ...hard));
    expect(named).toHaveLength(3);
    expect(named.join()).not.toContain('Come in');
  });
});

describe('what counts', () => {
  test('names, links, addresses, references, dates, numbers and terms do not', () => {
    const plain = 'Call us.';
    for (const left of [
      'Ann Example',
      'https://example.org/l/abc',
      'a.b@example.org',
      '23456789CDF',
      '24 September 2026',
    ])
      expect(ageOf(`Call us ${left}.`)).toBe(ageOf(plain));
    expect(ageOf('Call us about 3 paediatricians.')).toBe(ageOf('Call us about.'));
    expect(ageOf('Call us about 3 builders.')).not.toBe(ageOf('Call us about.'));
  });

  test('a term counts as a word where it is only part of one, or in another case', () => {
    expect(ageOf('Please send it.')).not.toBe(ageOf('Please it.'));
    expect(ageOf('Please use SEND it.')).toBe(ageOf('Please use it.'));
  });

  test('there are at most 30 terms, each with a reason and none twice', () => {
    expect(TERMS.length).toBeLessThanOrEqual(30);
    expect(new Set(TERMS.map(({ term }) => term)).size).toBe(TERMS.length);
    for (const { why } of TERMS) expect(why.length).toBeGreaterThan(5);
  });

  test('a text without words has no age', () => {
    expect(ageOf()).toBe(0);
    expect(ageOf('24 September 2026')).toBe(0);
  });
});

describe('how a page is read', () => {
  test('every heading, paragraph, point, label, hint and error is a block, and inline elements divide none', () => {
    const page = `<html><head><title>Not read</title><style>p {}</style></head><body><h1>Your <em>child</em></h1>
      <p>Read <a href="/x">this &amp; that</a>.</p><ul><li>One</li><li>Two</li></ul>
      <label>Name</label><div class="hint">In full</div><p><span>Error:</span> Enter a name</p></body></html>`;
    expect(blocksOf(page)).toEqual([
      'Your child',
      'Read this & that.',
      'One',
      'Two',
      'Name',
      'In full',
      'Error: Enter a name',
    ]);
  });

  test('answers and figures in a table are not our words, but a whole sentence there is', () => {
    expect(blocksOf('<dl><dt>Name</dt><dd>Ann Example</dd><dt>Next</dt><dd>We will read it.</dd></dl>')).toEqual([
      'Name',
      'Next',
      'We will read it.',
    ]);
    expect(blocksOf('<select><option>One</option></select><textarea>Typed</textarea>')).toEqual([]);
  });

  test('a paragraph is divided into its sentences, and a heading is one', () => {
    expect(sentencesOf('We have it. Will you call us? Call 999!')).toEqual([
      'We have it.',
      'Will you call us?',
      'Call 999!',
    ]);
    expect(sentencesOf('What happens next')).toEqual(['What happens next']);
  });
});

test('a report has a line for each name with its highest figures, and each fault once', () => {
  const { lines, faults } = reportOn(
    [text('letter', above11), text('letter', above11), text('letter', below11)],
    leaveOut,
  );
  expect(lines).toEqual([' 11.0 of 11 years, 15 words  A text']);
  expect(faults).toHaveLength(2);
});
