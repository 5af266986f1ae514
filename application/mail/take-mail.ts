import { FORM } from '#domain/draft/draft.ts';
import { copiedMail, mailFileId, mailIdOf, type Taken, takenMail } from '#domain/mail/incoming-mail.ts';
import type { CameWith, MailFile, ParsedMail, ParseMail } from '#domain/mail/read-mail.ts';
import type { ArrivedMail, IncomingMailStore, MailFiles } from '#domain/ports/mail-stores.ts';
import type { EvidenceStore, Log, Now } from '#domain/ports/services.ts';
import { fileOf } from '#domain/referral/document/file-bytes.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import { MAX_EVIDENCE_BYTES } from '#domain/referral/document/size.ts';
import type { Policy } from '#domain/service/policy.ts';

/** The largest email that is read whole. Of a larger one the beginning is read, so that a person sees who sent it. */
export const MOST_READ_BYTES = 25 * 1024 * 1024;
const BEGINNING_BYTES = 256 * 1024;
/** As many files of one email are kept as one referral may have documents. */
const MOST_FILES = 30;

export interface TakeDeps {
  readonly mails: IncomingMailStore;
  readonly mailFiles: MailFiles;
  readonly parseMail: ParseMail;
  readonly evidence: Pick<EvidenceStore, 'put'>;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
}

/** How an email is taken in. `unread`: reading it failed before, so a person gets it as it is. */
export type TakeMail = (
  object: string,
  how?: { readonly unread: boolean },
) => Promise<'TAKEN' | 'COPY' | 'THERE' | 'GONE'>;

/**
 * Makes an open task of an email in the bucket, whatever it is. Its files are kept as evidence and what it says beside it,
 * before the task is stored: cut off anywhere, the same call again finishes it. The same email delivered twice is one task.
 */
export function takeMail(deps: TakeDeps): TakeMail {
  return async (object, { unread } = { unread: false }) => {
    const id = mailIdOf(object);
    if (await deps.mails.readMail(id)) return 'THERE';
    const arrived = await deps.mailFiles.look(object);
    if (!arrived) return 'GONE';
    const parsed = unread ? UNREAD : await parse(deps, arrived);
    const first = parsed.sameAs === undefined ? id : await deps.mails.firstOf(parsed.sameAs, id);
    const isCopy = first !== id;
    const kept = isCopy ? { files: [], ids: [] } : await keepFiles(deps, object, parsed.files);
    const signs = [...parsed.signs, ...(kept.files.some(isLeft) ? (['FILES_LEFT'] as const) : [])];
    const taken: Taken = { object, receivedAt: arrived.at, bytes: arrived.bytes, signs, files: kept.ids };
    const { from, name, subject, text } = parsed;
    if (!isCopy) await deps.mailFiles.keepRead(id, { from, name, subject, text, files: kept.files });
    await deps.mails.createMail(isCopy ? copiedMail(taken, first) : takenMail(taken, deps.policy));
    deps.log.info('mail-taken', { mail: id, bytes: arrived.bytes, signs: signs.join(' '), copy: isCopy ? 1 : 0 });
    return isCopy ? 'COPY' : 'TAKEN';
  };
}

const UNREAD: ParsedMail = {
  ...{ from: '', name: '', subject: '', text: '', files: [], sameAs: undefined },
  signs: ['AUTOMATIC', 'UNREADABLE'],
};

async function parse({ mailFiles, parseMail }: TakeDeps, { object, bytes }: ArrivedMail): Promise<ParsedMail> {
  const isWhole = bytes <= MOST_READ_BYTES;
  return parseMail(await mailFiles.bytes(object, isWhole ? bytes : BEGINNING_BYTES), isWhole);
}

const isLeft = ({ evidenceId }: MailFile) => evidenceId === undefined;

/** Keeps each file that a person could open as evidence of a form, where it is scanned. The others are only named. */
async function keepFiles({ evidence }: TakeDeps, object: string, came: readonly CameWith[]) {
  const [files, ids]: [MailFile[], string[]] = [[], []];
  for (const [place, { name, type, content }] of came.entries()) {
    const about = { name, type, bytes: content.length };
    const contentType = ids.length < MOST_FILES ? await openableAs(content) : undefined;
    if (contentType === undefined) {
      files.push(about);
      continue;
    }
    const evidenceId = mailFileId(object, place);
    await evidence.put(FORM, evidenceId, contentType, content);
    files.push({ ...about, type: contentType, evidenceId });
    ids.push(evidenceId);
  }
  return { files, ids };
}

/** The type of a file by its bytes, whatever its name says; undefined for what we cannot open. */
async function openableAs(content: Uint8Array) {
  if (content.length > MAX_EVIDENCE_BYTES) return undefined;
  const known = await recognise(fileOf(content));
  return known.kind === 'DOCUMENT' ? known.contentType : undefined;
}
