import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { email, nhsNumber, phone, postcode, text } from '#domain/referral/text.ts';
import { lettersAndDigits, plainText, readableText } from '#domain/values/characters.ts';
import { canBeDialled } from '#domain/values/phone-number.ts';

const read = (schema: ReturnType<typeof text>, typed: string) => schema.safeParse(typed).data;

describe('text that is read: what no one can see goes, what means something stays', () => {
  test.each([
    ['a zero-width space', 'Ro\u200Bbin', 'Robin'],
    ['a soft hyphen', 'Ro\u00ADbin', 'Robin'],
    ['a byte order mark from a copied cell', '\uFEFFRobin', 'Robin'],
    ['a left-to-right mark', 'Robin\u200E', 'Robin'],
    ['hostile: an override that turns the name around', 'Robin \u202Edleif\u202C', 'Robin dleif'],
    ['hostile: an isolate that is never closed', '\u2066Robin', 'Robin'],
    ['a joiner in a Latin word', 'Ro\u200Dbin', 'Robin'],
    ['a joiner at the end', 'Robin\u200C', 'Robin'],
    [
      'a joiner in a Persian word',
      '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645',
      '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645',
    ],
    ['a joiner in a Sinhala word', '\u0DC1\u0DCA\u200D\u0DBB\u0DD3', '\u0DC1\u0DCA\u200D\u0DBB\u0DD3'],
    ['a family in one emoji', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'],
    ['an emoji with a skin tone', '\u{1F469}\u{1F3FD}\u200D\u{1F3EB}', '\u{1F469}\u{1F3FD}\u200D\u{1F3EB}'],
  ])('%s', (_, typed, shown) => {
    expect(read(text(100), typed)).toBe(shown);
  });

  test.each([
    ['zero-width spaces alone', '\u200B\u200B'],
    ['a joiner alone', '\u200D'],
    ['an override alone', '\u202E'],
    ['the blank of braille', '\u2800'],
    ['the filler of Hangul', '\u3164'],
  ])('hostile: a name of %s is a name that is missing', (_, typed) => {
    expect(read(text(100), typed)).toBeUndefined();
  });
});

describe('an NHS number', () => {
  test.each([
    ['no-break spaces', '943\u00A0476\u00A05919'],
    ['en dashes', '943\u2013476\u20135919'],
    ['a minus sign', '943\u2212476\u22125919'],
    ['a mark of direction', '\u200E9434765919'],
    ['an embedding as a browser copies it', '\u202A943 476 5919\u202C'],
    ['a soft hyphen', '943\u00AD4765919'],
    ['dots', '943.476.5919.'],
    ['full-width digits', '\uFF19\uFF14\uFF13\uFF14\uFF17\uFF16\uFF15\uFF19\uFF11\uFF19'],
  ])('is read with %s', (_, typed) => {
    expect(read(nhsNumber(), typed)).toBe('9434765919');
  });
});

describe('a postcode', () => {
  test.each([
    'TA1-9ZZ',
    'TA1 9ZZ.',
    '(TA1 9ZZ)',
    'ta19zz',
    'TA1\u20139ZZ',
    'TA1\u00A09ZZ',
    '\u200BTA1 9ZZ',
    'TA1, 9ZZ',
  ])('%j is read as TA1 9ZZ', (typed) => {
    expect(read(postcode(), typed)).toBe('TA1 9ZZ');
  });

  test('hostile: a letter of another script stays, so that the rule refuses it', () => {
    expect(read(postcode(), '\u0422A1 9ZZ')).toBe('\u0422A1 9ZZ');
  });
});

describe('an email address', () => {
  test.each([
    ['a curly apostrophe', 'o\u2019brien@example.org', "o'brien@example.org"],
    ['a name before it', 'Robin Field <robin@example.org>', 'robin@example.org'],
    ['a name with a comma in quotes', '"Field, Robin" <robin@example.org>;', 'robin@example.org'],
    ['a full stop after it', 'robin@example.org.', 'robin@example.org'],
    ['a semicolon after it', 'robin@example.org;', 'robin@example.org'],
    ['brackets around it', '<robin@example.org>', 'robin@example.org'],
    ['what a copied link begins with', 'mailto:robin@example.org', 'robin@example.org'],
    ['a zero-width space', 'robin\u200B@example.org', 'robin@example.org'],
    ['a no-break hyphen', 'robin@my\u2011trust.example.org', 'robin@my-trust.example.org'],
  ])('is read with %s', (_, typed, address) => {
    expect(read(email(), typed)).toBe(address);
  });

  test.each([
    ['two addresses', 'a@example.org; b@example.org'],
    ['two addresses in brackets', 'A <a@example.org>, B <b@example.org>'],
    ['a label of 64 characters', `robin@${'a'.repeat(64)}.org`],
    ['a label that ends in a hyphen', 'robin@example-.org'],
    ['a label that begins with a hyphen', 'robin@-example.org'],
    ['hostile: a header after a line break', 'robin@example.org\nBcc: other@example.org'],
  ])('is refused with %s', (_, typed) => {
    expect(read(email(), typed)).toBeUndefined();
  });

  test('a label of 63 characters is the longest', () => {
    expect(read(email(), `robin@${'a'.repeat(63)}.org`)).toBe(`robin@${'a'.repeat(63)}.org`);
  });
});

describe('a phone number', () => {
  test.each([
    ['an en dash', '01632\u2013960001', '01632-960001'],
    ['a no-break space', '01632\u00A0960001', '01632 960001'],
    ['an extension in capitals', '01632 960001 Ext 12', '01632 960001 Ext 12'],
    ['a short extension', '01632 960001 x12', '01632 960001 x12'],
    ['a number sign', '01632 960001 #12', '01632 960001 #12'],
    ['a slash', '01632/960001', '01632/960001'],
    ['a note', '07700 900123 (mobile)', '07700 900123 (mobile)'],
    ['a country code', '+44 (0)1632 960001', '+44 (0)1632 960001'],
  ])('is kept with %s, and can be dialled', (_, typed, kept) => {
    expect(read(phone(), typed)).toBe(kept);
    expect(canBeDialled(typed)).toBe(true);
  });

  test.each(['01632 960001 / 07700 900123', '01632 960001 or 01632 960002', '01632 960001; 07700 900123'])(
    'two in one box can be dialled: %j',
    (typed) => {
      expect(canBeDialled(typed)).toBe(true);
    },
  );

  test.each(['none', 'n/a', '', '12345', 'x12', '0'.repeat(18)])('%j is kept and cannot be dialled', (typed) => {
    expect(read(phone(), typed)).toBe(typed);
    expect(canBeDialled(typed)).toBe(false);
  });

  test.each([
    ['a story', `01632 960001, ask for Sam, ${'mornings only '.repeat(20)}`, '01632 960001, ask for Sam, '],
    ['a line break and a tab', '01632 960001\n07700\t900123', '01632 960001 07700 900123'],
    ['a control character (hostile)', '01632\u0000960001', '01632 960001'],
    ['half a character (malformed)', '01632 960001\uD800', '01632 960001'],
    ['many emoji (hostile)', '\u{1F4DE}'.repeat(120), '\u{1F4DE}'],
  ])('with %s never costs the referral, and keeps its beginning', (_, typed, start) => {
    const kept = String(read(phone(), typed));
    expect(kept.startsWith(start)).toBe(true);
    expect(kept.length).toBeLessThanOrEqual(100);
    expect(kept.isWellFormed()).toBe(true);
    expect(kept.endsWith('…')).toBe(typed.length > 100);
  });

  test('is kept whole up to 100 characters, whatever it is (hostile)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const kept = phone().safeParse(typed);
        expect(kept.success && kept.data.length <= 100).toBe(true);
      }),
    );
    expect(read(phone(), '0'.repeat(100))).toBe('0'.repeat(100));
    expect(read(phone(), '0'.repeat(101))).toBe(`${'0'.repeat(99)}…`);
  });
});

describe('reading twice changes nothing', () => {
  const any = fc.string({ unit: 'binary', maxLength: 60 });
  test.each([
    ['readable text', readableText],
    ['plain text', plainText],
    ['letters and digits', lettersAndDigits],
  ])('%s', (_, reading) => {
    fc.assert(
      fc.property(any, (typed) => reading(reading(typed)) === reading(typed)),
      { numRuns: 5000 },
    );
  });
});

describe('text without accents, which takes a shorter way', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'aZ09 .,-\'"~\n'), maxLength: 30 }).map((typed) => `x${typed}x`);
  test.each([
    ['readable text', readableText],
    ['plain text', plainText],
  ])('is read as it is beside a letter with an accent: %s', (_, reading) => {
    fc.assert(fc.property(plain, (typed) => `${reading(typed)}é` === reading(`${typed}é`)));
  });

  test('shows nothing when it is blank', () => {
    expect([readableText(' \n '), plainText(' \n ')]).toEqual(['', '']);
  });
});
