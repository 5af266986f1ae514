import type { Plugin } from 'esbuild';

/** A module that a function loads only where it needs it, as a file of its own beside the bundle. */
interface Apart {
  /** How the function imports it, always by `import()`. */
  readonly imported: string;
  readonly entryPoint: string;
  /** The name of its file, without an ending. */
  readonly name: string;
}

/** What stands apart from bundles. Source: decision 0033. */
export const APART = {
  'sign-in': { imported: '#adapters/oidc/sign-in.ts', entryPoint: 'adapters/oidc/sign-in.ts', name: 'sign-in' },
} as const satisfies Record<string, Apart>;

export type ApartName = keyof typeof APART;

/** Leaves what stands apart out of every bundle, and has the bundle load it from beside itself. */
export const apart: Plugin = {
  name: 'apart',
  setup: (build) => {
    build.onResolve({ filter: /^#adapters\// }, ({ path, kind }) => {
      const found = Object.values(APART).find(({ imported }) => imported === path);
      return found && kind === 'dynamic-import' ? { path: `./${found.name}.mjs`, external: true } : undefined;
    });
  },
};
