import type { PageName, PageStore } from '#domain/ports/pages.ts';

/** Pages in memory. */
export function testPages(): PageStore & { readonly kept: ReadonlyMap<string, string> } {
  const [shown, kept] = [new Map<string, string>(), new Map<string, string>()];
  const keyOf = ({ reference, taskId, person, hash }: PageName) => [reference, taskId, person, hash].join('/');
  return {
    kept,
    keepShown: async (name, html) => {
      shown.set(keyOf(name), html);
    },
    keepDecided: async (name) => {
      const html = shown.get(keyOf(name));
      if (html !== undefined) kept.set(keyOf(name), html);
      return html !== undefined;
    },
    read: async (name) => kept.get(keyOf(name)),
  };
}
