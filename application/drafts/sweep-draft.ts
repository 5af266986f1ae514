import { hasDied } from '#domain/case/death.ts';
import { asReminded, reminderMailbox } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { erased, mayBeOnItsWay } from '#domain/draft/erase.ts';
import { mailboxOfEntry } from '#domain/draft/staff-mailbox.ts';
import type { Log } from '#domain/ports/services.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import { NotSent } from '#domain/problems/errors.ts';
import { WAITS } from '#domain/process/pause.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { readTeam } from '../access/read-team.ts';
import { type ForgetDeps, forgetFiles } from './forget-files.ts';
import type { MailDraftLink } from './mail-draft-link.ts';

export interface SweepDraftDeps extends ForgetDeps {
  readonly team: Pick<TeamStore, 'readTeam'>;
  readonly config: ServiceConfig;
  readonly log: Log;
  readonly mailDraftLink: MailDraftLink;
}

/** WAITS: it may be on its way to become a referral. */
export type SweepDraft = (id: string) => Promise<typeof WAITS | undefined>;

/**
 * Reminds the person who asked for a link that a draft ends, or the member of staff who entered it at their present
 * mailbox. No one is reminded of a copy of a referral whose child has died. Erases the draft after its last day and forgets its own files. Cut off anywhere, it is taken up again where
 * it was.
 */
export function sweepDraft(deps: SweepDraftDeps): SweepDraft {
  return async (id) => {
    const draft = await deps.drafts.readDraft(id);
    const now = deps.now();
    if (!draft) return undefined;
    if (mayBeOnItsWay(draft, now)) return WAITS;
    if (draft.erasedAt) await forgetFiles(deps, draft);
    else if (now >= draft.expiresAt) await erase(deps, draft, now);
    else if (now >= draft.remindAt) await remind(deps, draft, now);
    return undefined;
  };
}

/** By one conditional write, before any file goes: from then on no one can send what they belong to. */
async function erase(deps: SweepDraftDeps, draft: Draft, now: string): Promise<void> {
  const bare = erased(draft, now);
  if (await deps.drafts.saveDraft(bare)) await forgetFiles(deps, bare);
}

/** Taken before it is sent, so that two sweepers send one; given back only when it has certainly not gone. */
async function remind(deps: SweepDraftDeps, draft: Draft, now: string): Promise<void> {
  const known = reminderMailbox(draft);
  if (known === undefined) return;
  const { entry } = draft;
  const mailbox = entry ? mailboxOfEntry(await readTeam(deps)(), deps.config, entry) : known;
  const taken = asReminded(draft, now, now);
  if (!(await deps.drafts.saveDraft(taken))) return;
  // Its link would open for no one, and what the email says is true of no one else.
  if (mailbox === undefined) return deps.log.info('draft-reminder-has-no-one', { draft: draft.id });
  if (await isOfDied(deps, draft)) return deps.log.info('draft-reminder-unsent', { draft: draft.id });
  try {
    await deps.mailDraftLink(taken, mailbox, true);
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    await deps.drafts.saveDraft(asReminded(taken, now, undefined));
    throw error;
  }
}

/** Whether it is a copy of a referral whose child has died since. */
async function isOfDied({ cases }: SweepDraftDeps, { resubmits }: Draft): Promise<boolean> {
  const theCase = resubmits === undefined ? undefined : await cases.readCase(resubmits);
  return theCase !== undefined && hasDied(theCase);
}
