import type { ServiceConfig } from '#domain/service-config.ts';

/** The mailbox as the configuration writes it, if it is one of the people who work with referrals here. */
export function staffMailbox(
  { triagers, serviceManager, dutyMailbox }: Pick<ServiceConfig, 'triagers' | 'serviceManager' | 'dutyMailbox'>,
  typed: string,
): string | undefined {
  return [...triagers, serviceManager, dutyMailbox].find((known) => known.toLowerCase() === typed);
}

/** Codes for this door are counted apart from those of triage: whoever asks for them here keeps nobody from a decision. */
export function doorOf(typed: string): string {
  return `entering referrals as ${typed}`;
}
