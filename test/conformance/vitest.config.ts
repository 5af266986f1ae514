import { defineConfig } from 'vitest/config';

/** The contracts of the stores against the real DynamoDB Local, which needs a Java runtime and so stands apart. */
export default defineConfig({
  test: {
    include: ['test/conformance/**/*.test.ts'],
    globalSetup: ['test/conformance/dynamodb-local.ts'],
    testTimeout: 60_000,
  },
});
