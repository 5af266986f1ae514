import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/**
 * Runs each module `*.at-build.ts` while functions are bundled: its exports are functions without arguments, and in a
 * bundle each gives what it gave here. So what is always the same is worked out once, and what works it out stays out.
 */
export const atBuild: Plugin = {
  name: 'at-build',
  setup(build) {
    build.onLoad({ filter: /\.at-build\.ts$/ }, async ({ path }) => {
      const module: Record<string, () => unknown> = await import(pathToFileURL(path).href);
      const given = Object.entries(module).map(([name, make]) => constant(name, JSON.stringify(make())));
      return { contents: given.join('\n') };
    });
  },
};

/** Parsed when it is asked for: JSON in a text costs nothing while a function loads. */
const constant = (name: string, json: string) => `export const ${name} = () => JSON.parse(${JSON.stringify(json)});`;
