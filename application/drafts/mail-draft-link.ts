import type { Draft } from '#domain/draft/draft.ts';
import type { RenderDraftLink } from '#domain/draft/mail.ts';
import type { Mailer, Now, RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { type ContactDeps, contactNow } from '../access/contact-now.ts';
import { mintLink } from '../notices/link.ts';

export interface MailDraftLinkDeps extends ContactDeps {
  readonly access: AccessStore;
  readonly mailer: Mailer;
  readonly renderDraftLink: RenderDraftLink;
  readonly policy: Policy;
  readonly baseUrl: string;
  readonly now: Now;
  readonly random: RandomBytes;
}

export type MailDraftLink = (draft: Draft, mailbox: string, isReminder?: boolean) => Promise<'SENT' | 'REFUSED'>;

/** Mails a new private link to a draft. Throws `Transient` when trying again can help. */
export function mailDraftLink(deps: MailDraftLinkDeps): MailDraftLink {
  return async (draft, mailbox, isReminder = false) => {
    const link = await mintLink(deps, 'DRAFT', {}, draft.id, mailbox);
    const { serviceName, councilName } = deps.config;
    const contact = await contactNow(deps);
    const keptUntil = plainDate(londonDateOf(draft.expiresAt));
    const email = deps.renderDraftLink({ serviceName, councilName, contact, link, keptUntil, isReminder });
    const tags = { reference: draft.id, noticeId: 'DRAFT_LINK' };
    const answer = await deps.mailer.send({ to: mailbox, ...email, tags });
    return 'refused' in answer ? 'REFUSED' : 'SENT';
  };
}
