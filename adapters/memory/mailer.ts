import type { Email, Mailer } from '#domain/ports/services.ts';
import { Transient } from '#domain/problems/errors.ts';

export interface MemoryMailer extends Mailer {
  /** Every email that was handed over, oldest first. */
  readonly sent: readonly Email[];
  /** From now on every email to this address is refused for good. */
  refuse(address: string): void;
  /** While true nothing can be sent, and trying again later can help. */
  setOutOfReach(outOfReach: boolean): void;
}

/** A mail service that keeps what it is given. */
export function createMemoryMailer(): MemoryMailer {
  const sent: Email[] = [];
  const refused = new Set<string>();
  let broken = false;
  return {
    sent,
    refuse: (address) => refused.add(address),
    setOutOfReach: (outOfReach) => {
      broken = outOfReach;
    },
    send: async (email) => {
      if (broken) throw new Transient('The mail service in memory is out of reach. Try again later.');
      if (refused.has(email.to)) return { refused: 'MessageRejected' };
      return { messageId: `message-${sent.push(structuredClone(email))}` };
    },
  };
}
