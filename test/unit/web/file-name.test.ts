import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceTypeSchema } from '#domain/referral/codes.ts';
import { nameOf } from '#web/staff/record/evidence/file-name.ts';

const one = { type: 'SOGS' } as const;
const pages = { type: 'SOGS', furtherPages: ['b', 'c'] } as const;
const documents = [{ ...pages, furtherPages: [...pages.furtherPages] }, { type: 'CARE_PLAN' as const }, one];

test.each([
  [0, 1, 'SOGS-page-2'],
  [0, 0, 'SOGS-page-1'],
  [1, 0, 'CARE-PLAN'],
  [2, 0, 'SOGS-2'],
  [9, 0, 'DOCUMENT'],
])('document %i, page %i is called %s', (index, place, name) => {
  expect(nameOf(documents, index, place)).toBe(name);
});

test('no two files of a referral have the same name', () => {
  const document = fc.record({
    type: fc.constantFrom(...evidenceTypeSchema.options),
    furtherPages: fc.array(fc.constant('x'), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(document, { maxLength: 12 }), (all) => {
      const names = all.flatMap(({ furtherPages }, index) => [0, ...furtherPages].map((_, i) => nameOf(all, index, i)));
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Za-z0-9-]+$/);
    }),
  );
});
