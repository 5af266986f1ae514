import type { Assembly } from '../assembly/load.ts';
import { type Access, type AccessOptions, createAccess } from './access.ts';

export type AccessWatch = {
  /** Is told each different refusal once, as one line. */
  report(line: string): void;
  onAsked?: AccessOptions['onAsked'];
};

/** What the functions and state machines of the stack may do. Every refusal goes to the log of the one it refused. */
export function accessOf(
  assembly: Assembly,
  log: (player: string, text: string) => void,
  watch: AccessWatch,
  revoked: ReadonlySet<string>,
): Access {
  const reported = new Set<string>();
  const { policies, functions, stateMachines } = assembly;
  return createAccess({
    policies,
    revoked,
    players: [...functions.values(), ...stateMachines].map(({ name, role }) => ({ name, role })),
    onRefused: (player, sentence) => {
      log(player, sentence);
      if (reported.has(sentence)) return;
      reported.add(sentence);
      watch.report(`${player} was denied: ${sentence}`);
    },
    ...(watch.onAsked === undefined ? {} : { onAsked: watch.onAsked }),
  });
}
