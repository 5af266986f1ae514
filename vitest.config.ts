import { resolve } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

const { exclude } = configDefaults;
const every = (...folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`);

/**
 * In a single run, Node itself loads the sources, as it does for the service. What vite would do to each costs a sixth
 * of the time. Watching needs vite, which knows the tests that a change touches.
 */
const experimental = { viteModuleRunner: !process.argv.includes('run') };

/**
 * Test files share a process and what it has loaded, which takes a third of the time; so a test leaves nothing behind.
 * Only `stack` holds templates against CloudFormation's own rules: loading those takes longer than all else of the CDK.
 */
const shared = { exclude, isolate: false, unstubGlobals: true, restoreMocks: true, experimental };
const UNCHECKED = { CDK_VALIDATION: 'false', NODE_COMPILE_CACHE: resolve('.cache/compile') };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'quick',
          include: every('unit', 'contract', 'http'),
          env: UNCHECKED,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      { test: { ...shared, name: 'stack', include: every('infra'), testTimeout: 120_000 } },
      // Whatever starts the whole of the embedded run, or a browser, shares two cores with everything else.
      {
        test: {
          ...shared,
          name: 'whole',
          include: every('local', 'workflow', 'system', 'browser', 'lint'),
          env: UNCHECKED,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
    // The file is read by .ci/run for its closing line.
    reporters: ['default', ['json', { outputFile: '.cache/tests.json' }]],
  },
});
