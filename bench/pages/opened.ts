import type { Answer } from '#test/http/browser.ts';

/** A page by its name, and how to get it. */
export type Opened = readonly [name: string, get: () => Promise<string>];

/** Gives the body of a page each time; throws when it is not shown. */
export function opened(name: string, ask: () => Promise<Answer>): Opened {
  return [
    name,
    async () => {
      const { status, body } = await ask();
      if (status !== 200) throw new Error(`${name} answered ${status}.`);
      return body;
    },
  ];
}
