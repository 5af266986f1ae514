import { defineConfig } from 'vitest/config';
import { LongReport } from './reporter.ts';

/** What takes too long for every change: the same properties as in `npm test`, many more times. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    env: { CDK_VALIDATION: 'false' },
    testTimeout: 7_200_000,
    reporters: ['default', new LongReport()],
  },
});
