import { describe, expect, it } from 'vitest';
import { stackFrames } from '#functions/stack-frames.ts';
import { deep } from './thrower.ts';

describe('where an error was thrown', () => {
  it('names at most five places, the innermost first, without a path of the machine', () => {
    const places = stackFrames(deep(9)).split(' < ');
    expect(places).toHaveLength(5);
    expect(places[0]).toMatch(/^deep thrower\.ts:\d+:\d+$/);
    expect(places.join()).not.toContain('/');
  });

  it('holds nothing of a message that looks like a place (hostile)', () => {
    expect(stackFrames(new Error('no\n    at Poppy (/home/house.ts:1:1)'))).not.toContain('Poppy');
  });

  it('is empty for what is thrown and is no error (malformed)', () => {
    expect(stackFrames('Poppy')).toBe('');
  });
});
