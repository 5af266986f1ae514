import { describe, expect, test } from 'vitest';
import { formsIn, headingOf } from '#tools/demo/forms.ts';
import { hang } from '#tools/demo/print.ts';

describe('a page as the demonstration reads it', () => {
  test('gives each form with its address, its hidden fields and the names that can be filled in', () => {
    const html = `<h1>Referral <b>A</b>&quot;</h1>
      <form method="post" action="/a?b=1&amp;c=2"><input type="hidden" name="csrf" value="x&lt;y"><button>Undo</button></form>
      <form action="/d" method="post"><input type="radio" name="outcome" value="ACCEPT"><textarea name="reason"></textarea></form>`;

    expect(headingOf(html)).toBe('Referral A"');
    expect(formsIn(html)).toEqual([
      { method: 'post', action: '/a?b=1&c=2', hidden: { csrf: 'x<y' }, names: ['csrf'] },
      { method: 'post', action: '/d', hidden: {}, names: ['outcome', 'reason'] },
    ]);
  });

  test('without a form or a heading gives no form and its beginning', () => {
    expect(formsIn('<p>Nothing</p>')).toEqual([]);
    expect(headingOf('<p>Nothing</p>')).toBe('Nothing');
  });
});

describe('a printed line', () => {
  test('that is too long goes on under its own beginning', () => {
    const lines = hang('  09:05  ', 'word '.repeat(30).trim()).split('\n');

    expect(lines.length).toBe(2);
    expect(lines[0]).toMatch(/^ {2}09:05 {2}word/);
    expect(lines[1]).toMatch(/^ {9}word/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(98);
  });
});
