import type { Execution, StepResult } from '../process/run.ts';
import type { EvidenceContentType } from '../referral/document/content-types.ts';
import type { FileBytes } from '../referral/document/file-bytes.ts';

/** Passed in wherever time is needed: the present instant as ISO 8601 UTC with milliseconds. */
export type Now = () => string;

/** Passed in wherever chance is needed: that many random bytes, fit for secrets. */
export type RandomBytes = (count: number) => Uint8Array;

export interface Email {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Comes back with a bounce: ids only. */
  readonly tags: { readonly reference: string; readonly noticeId: string };
}

/**
 * Hands one email to the mail service. `{refused}` when this mail can never go (the reason as a code, never the address);
 * throws `Transient` when trying again can help. There is no idempotency: claim in the ledger first.
 */
export interface Mailer {
  send(email: Email): Promise<{ readonly messageId: string } | { readonly refused: string }>;
}

/** How a file that was uploaded as evidence stands. */
export interface EvidenceFile extends FileBytes {
  readonly contentType: string;
  readonly versionId: string;
  readonly scan: 'CLEAN' | 'HARMFUL' | 'PENDING';
}

export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Where evidence files are kept. An evidenceId belongs to the caller it was given to. */
export interface EvidenceStore {
  /** A form that uploads exactly one object of this type, `minBytes` (1 unless told) to `maxBytes`, for `seconds`. */
  uploadForm(request: {
    caller: string;
    evidenceId: string;
    contentType: string;
    minBytes?: number;
    maxBytes: number;
    seconds: number;
    redirectTo?: string;
  }): Promise<UploadForm>;
  /** Keeps these bytes as the newest version of the object. For a file that was posted to our own address. */
  put(caller: string, evidenceId: string, contentType: string, bytes: Uint8Array): Promise<void>;
  /** Whether the object is there, not empty. One call. */
  isUploaded(caller: string, evidenceId: string): Promise<boolean>;
  /** What is known of the object; undefined when it is not there. */
  inspect(caller: string, evidenceId: string, versionId?: string): Promise<EvidenceFile | undefined>;
  /** Deletes the object with every version of it; also when nothing of it is there. Only for what no referral names. */
  forget(caller: string, evidenceId: string): Promise<void>;
  /**
   * A URL that opens the file for `seconds` as this type, whatever it was uploaded as, under `name` without an ending (else
   * its id). A browser shows what it can. The name says nothing of a child. Never given out unless the scan is clean.
   */
  downloadUrl(
    caller: string,
    file: { evidenceId: string; versionId: string | undefined; contentType: EvidenceContentType; name?: string },
    seconds: number,
  ): Promise<string>;
}

/** The state machines, seen from outside them. A machine that this release does not have is an error. */
export interface Workflow {
  /** `STARTED` also when this very execution runs already; `EXISTS` when one of that name has ended. */
  start(execution: Execution): Promise<'STARTED' | 'EXISTS'>;
  /** `CLOSED` when the token was used, timed out or is unknown: look at the record. */
  wake(token: string, output: StepResult): Promise<'WOKEN' | 'CLOSED'>;
  state(execution: Execution): Promise<'RUNNING' | 'ENDED' | 'UNKNOWN'>;
}

/** The codes under which a word is found however it is spelled: what sounds the same shares one. None where it has no sound. */
export type SoundsOf = (word: string) => readonly string[];

/** The key of the claim on a child, from where secrets are kept. */
export type ClaimKey = () => Promise<string>;

/** The key under which mailboxes are hashed to find their referrals, from where secrets are kept. */
export type MailboxKey = () => Promise<string>;

/**
 * By how much the clock of this function is ahead, in milliseconds; negative where it is behind. Undefined where nothing says so.
 * Throws `Transient` when no one can be asked.
 */
export type ClockOff = () => Promise<number | undefined>;

/** Numbers for operators: names and values only, no dimension that could name a person. */
export type CountMetric = (name: string, value: number, unit: 'Count' | 'Minutes') => void;

/** A line for operators: an event name, codes and references; never personal data. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number>>): void;
  error(event: string, fields?: Readonly<Record<string, string | number>>): void;
}
