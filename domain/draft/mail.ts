import type { MintedLink, RenderedEmail } from '../notices/facts.ts';
import type { ServiceConfig } from '../service/config.ts';

/** What the email that leads back to a draft is made from; nothing of the draft itself. `keptUntil` is a date in words. */
export interface DraftLinkFacts extends Pick<ServiceConfig, 'serviceName' | 'councilName' | 'contact'> {
  readonly link: MintedLink;
  readonly keptUntil: string;
  readonly isReminder: boolean;
}

/** Turns the link to a draft into an email. */
export type RenderDraftLink = (facts: DraftLinkFacts) => RenderedEmail;
