import { expect, test } from 'vitest';
import * as z from 'zod';
import { jsonSchemas } from '#web/api/openapi-schemas.at-build.ts';
import { bundled } from './bundled.ts';

test('what a module for the build gives is in a bundle as it was given, without what works it out', async () => {
  const inBundle = await bundled("export { jsonSchemas } from '#web/api/openapi-schemas.at-build.ts';");
  const given = z.function({ input: [], output: z.unknown() }).parse(inBundle.jsonSchemas);

  expect(given()).toEqual(jsonSchemas());
  expect(String(inBundle.jsonSchemas)).toContain('JSON.parse');
});
