import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as real from 'zod';
import { metaOf } from '#domain/problems/field-words.ts';
import { validateReferral } from '#domain/referral/validate.ts';
import * as z from '#lib/bundle/deferred-zod.ts';
import { bundleOptions } from '#lib/bundle/options.ts';
import { bodyOf, workedCases } from '#test/cases.ts';
import { bundled } from './bundled.ts';

describe('a schema in a bundle', () => {
  test('is built when it is first asked for anything but another schema', () => {
    let built = 0;
    const words = {
      get error() {
        built += 1;
        return 'Write a number';
      },
    };
    const numbers = z.array(z.number(words)).optional().meta({ title: 'Numbers' });
    const schema = z.object({ numbers });

    expect(built).toBe(0);
    expect(schema.safeParse({ numbers: ['none'] }).error?.issues[0]?.message).toBe('Write a number');

    const asked = built;
    expect(schema.safeParse({ numbers: [1] }).success).toBe(true);
    expect(built).toBe(asked);
  });

  test('is what zod builds, to whoever looks inside', () => {
    const schema = z.strictObject({ agreed: z.boolean().meta({ title: 'Agreed' }), ages: z.array(z.int()).optional() });
    const more = schema.extend({ more: z.boolean().default(true) });

    expect(schema instanceof real.ZodObject).toBe(true);
    expect(schema.shape.ages instanceof real.ZodOptional).toBe(true);
    expect(metaOf(schema.shape.agreed)).toEqual({ title: 'Agreed' });
    expect(more.parse({ agreed: true })).toEqual({ agreed: true, more: true });
  });

  test.each(['serve-api', 'seal-histories'])(
    'of %s finds in a referral what it finds in the sources, whatever was sent in a field',
    async (name) => {
      const source = "export { validateReferral } from '#domain/referral/validate.ts';";
      const inBundle = await bundled(source, [], bundleOptions(name));
      const validate = real.function({ input: [real.unknown(), real.string()], output: real.unknown() });
      const fromBundle = validate.parse(inBundle.validateReferral);
      const bodies = workedCases.map(({ id }) => bodyOf(id, ['file-1', 'file-2', 'file-3']));
      const sent = fc
        .constantFrom(...bodies)
        .chain((body) =>
          fc.tuple(fc.constant(body), fc.constantFrom(...Object.keys(body)), fc.jsonValue({ maxDepth: 2 })),
        );

      for (const body of bodies) expect(fromBundle(body, '2026-09-24')).toEqual(validateReferral(body, '2026-09-24'));
      fc.assert(
        fc.property(sent, ([body, field, value]) => {
          const changed = { ...body, [field]: value };
          expect(fromBundle(changed, '2026-09-24')).toEqual(validateReferral(changed, '2026-09-24'));
        }),
        { numRuns: 300 },
      );
    },
  );
});
