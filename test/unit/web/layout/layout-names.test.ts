import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '#tools/draw-rooms/draw.ts';

/** What a template imports, by the names under which it knows it. */
const importedBy = (template: string) =>
  [...readFileSync(`${ROOT}web/layout/${template}`, 'utf8').matchAll(/\{% from "[^"]+" import ([^%]+) %\}/g)].flatMap(
    ([, names = '']) => names.split(',').map((name) => name.trim()),
  );

test('every name that the layout imports is one that no page gives: nunjucks would show the macro in its place', () => {
  expect(importedBy('layout.njk')).toEqual(['govukErrorSummary', 'govukSkipLink', 'phoneLink']);
});
