import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stackFrames } from '#functions/stack-frames.ts';
import { deep } from './thrower.ts';

/** A message that looks like a place of the program. */
const LIKE_A_PLACE = 'no\n    at Poppy (/home/house.ts:1:1)';
const PLACE = /stack-frames\.test\.ts\S*:\d+:\d+/;

const thrownBy = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return error;
  }
};

const changed = (made: string, later: string) => Object.assign(new Error(made), { message: later });

describe('where an error was thrown', () => {
  it('names at most five places, the innermost first, without a path of the machine', () => {
    const places = stackFrames(deep(9)).split(' < ');
    expect(places).toHaveLength(5);
    expect(places[0]).toMatch(/^deep thrower\.ts:\d+:\d+$/);
    expect(places.join()).not.toContain('/');
  });

  it.each([
    ['at its end', new Error(LIKE_A_PLACE)],
    ['at its beginning', new Error(`    at Poppy (/home/house.ts:1:1)\nno`)],
    ['twice', new Error(`${LIKE_A_PLACE}\n${LIKE_A_PLACE}`)],
    ['with line breaks of Windows', new Error(LIKE_A_PLACE.replaceAll('\n', '\r\n'))],
    ['of an error with a cause', new Error('other', { cause: new Error(LIKE_A_PLACE) })],
    ['of one of many errors', new AggregateError([new Error(LIKE_A_PLACE)], LIKE_A_PLACE)],
    ['and was changed since', changed(LIKE_A_PLACE, 'other')],
    ['and was taken away since', changed(LIKE_A_PLACE, '')],
    ['and is now the part before', changed(`Error: ${LIKE_A_PLACE}`, 'Error')],
    ['of an error with a name of its own', Object.assign(new Error(LIKE_A_PLACE), { name: 'Poppy' })],
    ['in a schema', thrownBy(() => z.string(LIKE_A_PLACE).parse(7))],
    ['in JSON', thrownBy(() => JSON.parse(`{"a": "\n    at Poppy (/home/house.ts:1:1)`))],
  ])('holds nothing of a message that looks like a place %s (hostile)', (_how, error) => {
    const said = stackFrames(error);
    expect(said).not.toMatch(/Poppy|house/);
    for (const place of said === '' ? [] : said.split(' < ')) expect(place).not.toContain('/');
  });

  it.each([
    ['without a message', new Error()],
    ['with an empty one', new Error('')],
    ['whose message is its name', new Error('Error')],
    ['of several lines', new Error('one\ntwo\n\nthree')],
    ['of Node', thrownBy(() => new URL('x'))],
    ['of a schema', thrownBy(() => z.string().parse(7))],
    ['of JSON', thrownBy(() => JSON.parse('{'))],
    ['that got its message after it was made', changed('', LIKE_A_PLACE)],
  ])('is found for an error %s', (_how, error) => {
    expect(stackFrames(error)).toMatch(PLACE);
  });

  it.each(['Poppy', undefined, null, 7, { stack: LIKE_A_PLACE }, Object.assign(new Error('x'), { stack: undefined })])(
    'is empty for what is thrown and is no error, or has no places: %j (malformed)',
    (thrown) => {
      expect(stackFrames(thrown)).toBe('');
    },
  );
});
