import { configDefaults, defineConfig } from 'vitest/config';

// Whatever starts the whole of the embedded run, or a browser, shares two cores with everything else.
const SLOW = ['test/local/**', 'test/workflow/**', 'test/http/**', 'test/browser/**', 'test/infra/**', 'test/lint/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'quick',
          include: ['test/{unit,contract}/**/*.test.ts'],
          exclude: configDefaults.exclude,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: SLOW.map((folder) => `${folder}/*.test.ts`),
          exclude: configDefaults.exclude,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
    // The file is read by .ci/run for its closing line.
    reporters: ['default', ['json', { outputFile: '.cache/tests.json' }]],
  },
});
