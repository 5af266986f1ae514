import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundsOf } from '#adapters/phonetics/sounds.ts';
import { nameSounds } from '#domain/rules/name-sounds.ts';

const soundAlike = ([one, other]: readonly [string, string], [first, last]: readonly [string, string]) =>
  nameSounds(one, other, soundsOf).some((sound) => nameSounds(first, last, soundsOf).includes(sound));

describe('names that sound alike', () => {
  it.each([
    ['another spelling', ['Mohammed', 'Khan'], ['Muhammad', 'Khan']],
    ['another spelling', ['Mohamed', 'Hussain'], ['Mohammad', 'Hussein']],
    ['another spelling', ['Katie', 'Clarke'], ['Katy', 'Clark']],
    ['another spelling', ['Catherine', 'Reid'], ['Kathryn', 'Read']],
    ['another spelling', ['Aiden', 'Smith'], ['Aidan', 'Smyth']],
    ['another spelling', ['Steven', 'Philips'], ['Stephen', 'Phillips']],
    ['a hyphen', ['Anne-Marie', 'Jones'], ['Annemarie', 'Jones']],
    ['one of two last names', ['Ada', 'Smith-Jones'], ['Ada', 'Jones']],
    ['one of two first names', ['Mary Anne', 'West'], ['Mary', 'West']],
    ['first and last name swapped', ['Ada', 'Moss'], ['Moss', 'Ada']],
    ['letters with marks', ['Zoë', 'Müller'], ['Zoe', 'Muller']],
    ['letters with marks', ['José', 'Núñez'], ['Jose', 'Nunez']],
    ['letters with a stroke', ['Łukasz', 'Wójcik'], ['Lukasz', 'Wojcik']],
    ['an apostrophe', ['Niamh', 'O’Brien'], ['Niamh', 'OBrien']],
    ['capitals and spaces', ['  ADA ', 'moss'], ['Ada', 'Moss']],
    ['another script, written the same', ['李', '王'], ['李', '王']],
  ] as const)('are one with %s: %j and %j', (_what, one, other) => {
    expect(soundAlike(one, other)).toBe(true);
  });

  it.each([
    ['twins', ['Oliver', 'Moss'], ['Olivia', 'Moss']],
    ['twins', ['Ada', 'Moss'], ['Bea', 'Moss']],
    ['twins', ['Jack', 'Moss'], ['James', 'Moss']],
    ['neighbours', ['Ada', 'Moss'], ['Ada', 'Green']],
    ['another script', ['李', '王'], ['刘', '王']],
  ] as const)('are not those of %s: %j and %j', (_what, one, other) => {
    expect(soundAlike(one, other)).toBe(false);
  });

  it('are few, however many words someone types (hostile)', () => {
    const long = Array.from({ length: 60 }, (_, n) => `Na${'bdfgklmnprst'[n % 12]}o`).join(' ');
    expect(nameSounds(long, long, soundsOf).length).toBeLessThanOrEqual(64);
  });

  it('are always those of the name itself, also swapped', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => /\p{Letter}/u.test(text));
    fc.assert(
      fc.property(name, name, (first, last) => {
        expect(soundAlike([first, last], [last, first])).toBe(true);
      }),
    );
  });
});
