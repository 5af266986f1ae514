import { FORM } from '#domain/draft/draft.ts';
import { type IncomingMail, mailDeleted, mailEndsAt, mailIdOf } from '#domain/mail/incoming-mail.ts';
import type { ArrivedMail } from '#domain/ports/mail-stores.ts';
import type { EvidenceStore } from '#domain/ports/services.ts';
import type { DraftStore } from '#domain/ports/stores.ts';
import { errorName, Transient } from '#domain/problems/errors.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { type TakeDeps, takeMail } from './take-mail.ts';
import { type TellDeps, tellOfMail } from './tell-of-mail.ts';

/** An email that could not be read for so long is given to a person unread, in minutes. */
const TRIED_MINUTES = 120;

export interface LookAfterDeps extends TakeDeps, TellDeps {
  readonly evidence: Pick<EvidenceStore, 'put' | 'forget'>;
  readonly drafts: Pick<DraftStore, 'readDraft'>;
}

/** How many emails there are, how many were found that had no task, and how many were deleted. */
export interface LookedAfter {
  readonly mails: number;
  readonly taken: number;
  readonly deleted: number;
}

/**
 * Runs once an hour. Takes in whatever email has no task yet, so that none is lost while the function was down. Deletes what
 * was closed 28 days ago, with every version. Tells staff of what waits. One email that fails stops no other; then it throws
 * `Transient` at the end, to be run again.
 */
export function lookAfterMail(deps: LookAfterDeps): () => Promise<LookedAfter> {
  return async () => {
    const arrived = await deps.mailFiles.arrived();
    const counts = { taken: 0, deleted: 0, kept: 0, failed: 0 };
    for (const one of arrived) {
      try {
        counts[await lookAfterOne(deps, one)] += 1;
      } catch (error) {
        counts.failed += 1;
        deps.log.error('mail-not-looked-after', { mail: mailIdOf(one.object), error: errorName(error) });
      }
    }
    await tellOfMail(deps);
    const looked = { mails: arrived.length, taken: counts.taken, deleted: counts.deleted };
    deps.log.info('mail-looked-after', looked);
    if (counts.failed > 0) throw new Transient('Some emails could not be looked after. The next hour tries again.');
    return looked;
  };
}

async function lookAfterOne(deps: LookAfterDeps, { object, at }: ArrivedMail) {
  const mail = await deps.mails.readMail(mailIdOf(object));
  if (!mail) {
    const unread = plusMinutes(at, TRIED_MINUTES) <= deps.now();
    const became = await takeMail(deps)(object, { unread });
    return became === 'TAKEN' || became === 'COPY' ? 'taken' : 'failed';
  }
  if ((mailEndsAt(mail) ?? 'never') > deps.now()) return 'kept';
  await forgetMail(deps, mail);
  return 'deleted';
}

/** The files that a draft has are the draft’s, and go with it or stay with its referral. The record goes last: it names the others. */
async function forgetMail(deps: LookAfterDeps, mail: IncomingMail): Promise<void> {
  const draft = mail.draft === undefined ? undefined : await deps.drafts.readDraft(mail.draft);
  if (!draft) await Promise.all(mail.files.map((id) => deps.evidence.forget(FORM, id)));
  await deps.mailFiles.forget(mail.object, mail.id);
  await deps.mails.saveMail(mailDeleted(mail, deps.now()));
}
