import type { PageName, PageStore } from '#domain/ports/pages.ts';

/** Pages in memory. */
export function testPages(): PageStore & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>();
  const keyOf = ({ reference, taskId, person, hash }: PageName) => [reference, taskId, person, hash].join('/');
  return {
    kept,
    keep: async (name, html) => {
      kept.set(keyOf(name), html);
    },
    read: async (name) => kept.get(keyOf(name)),
  };
}
