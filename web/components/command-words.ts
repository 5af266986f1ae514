import type { CommandParams, CommandProblem } from '#application/command.ts';

/** What a page says of each fault of a command. */
export type CommandWords<Code extends string> = Readonly<Record<Code, string | ((params: CommandParams) => string)>>;

/** The problems of a command in the words of its page, each at its input. */
export function inCommandWords<Code extends string>(
  words: CommandWords<Code>,
  problems: readonly CommandProblem<Code>[],
) {
  return problems.map(({ code, path, params }) => {
    const said: CommandWords<Code>[Code] = words[code];
    return { path, message: typeof said === 'string' ? said : said(params) };
  });
}
