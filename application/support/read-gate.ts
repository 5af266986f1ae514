import type * as z from 'zod';
import { type ClosingGate, channelSchema, closingGateSchema, type GateFault } from '#domain/support/closing-gate.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';

/** The rule of each fault at the closing gate. */
export const gateFaults = {
  CHANNELS_MISSING: 'not-a-choice',
  MET_MISSING: 'not-a-choice',
  REFERRER_MISSING: 'not-a-choice',
  VISITOR_MISSING: 'not-a-choice',
  SAFEGUARDING_MISSING: 'missing',
  SAFEGUARDING_TOO_LONG: 'too-long',
  SAFEGUARDING_UNPRINTABLE: 'unprintable',
  GATE_NAME_MISSING: 'missing',
  GATE_NAME_TOO_LONG: 'too-long',
  GATE_NAME_UNPRINTABLE: 'unprintable',
} as const satisfies Record<GateFault, CommandRule>;

/** The answers at the gate as they were typed; a channel that is not known is passed over. */
export type TypedGate = Omit<z.input<typeof closingGateSchema>, 'channels' | 'isReached'> & {
  readonly channels: readonly string[];
};

type GateRead = { readonly gate: ClosingGate } | { readonly problems: readonly CommandProblem<GateFault>[] };

/** What passed the closing gate, or all that is missing. `isReached`: someone spoke with the family. */
export function readGate({ channels, ...typed }: TypedGate, isReached: boolean): GateRead {
  const known = channels.flatMap((channel) => channelSchema.safeParse(channel).data ?? []);
  const read = readCommand(closingGateSchema, gateFaults, { ...typed, channels: known, isReached });
  return 'problems' in read ? read : { gate: read.command };
}
