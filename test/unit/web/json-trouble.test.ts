import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTrouble } from '#web/http/json-trouble.ts';

describe('findTrouble', () => {
  it('finds none in any JSON that a program writes, but for the key __proto__ and half characters', () => {
    const value = fc.jsonValue({ maxDepth: 10 }).filter((made) => {
      const text = JSON.stringify(made);
      return !text.includes('__proto__') && !/\\ud[89a-f]/i.test(text);
    });
    fc.assert(fc.property(value, (made) => findTrouble(JSON.stringify(made)) === undefined));
  });

  it('finds a key that is given twice in any object', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue({ maxDepth: 2 }), (key, value) => {
        const [name, text] = [JSON.stringify(key), JSON.stringify(value)];
        return findTrouble(`[{${name}:${text},"other key":1,${name}:0}]`) !== undefined;
      }),
    );
  });

  it('lets the same key stand in two objects beside or inside each other', () => {
    expect(findTrouble('{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}')).toBeUndefined();
  });

  it('takes braces, colons and quotes inside texts for what they are', () => {
    expect(findTrouble('{"a": "{\\"a\\": 1, [", "b": "a", "c\\\\": ":"}')).toBeUndefined();
  });

  it.each([32, 33])('counts nesting: %i levels', (depth) => {
    const trouble = findTrouble(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(trouble === undefined).toBe(depth === 32);
  });
});
