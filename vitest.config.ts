import { configDefaults, defineConfig } from 'vitest/config';

const { exclude } = configDefaults;
const every = (...folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'quick', include: every('unit', 'contract'), exclude, testTimeout: 20_000, hookTimeout: 60_000 },
      },
      // Loading the CDK takes longer than any test of the template, so these files share one load of it.
      {
        test: { name: 'stack', include: every('infra'), exclude, isolate: false, testTimeout: 120_000 },
      },
      // Whatever starts the whole of the embedded run, or a browser, shares two cores with everything else.
      {
        test: {
          name: 'whole',
          include: every('local', 'workflow', 'http', 'system', 'browser', 'lint'),
          exclude,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
    // The file is read by .ci/run for its closing line.
    reporters: ['default', ['json', { outputFile: '.cache/tests.json' }]],
  },
});
