import type { IncomingMail } from '../mail/incoming-mail.ts';
import type { ReadMail } from '../mail/read-mail.ts';
import type { UploadForm } from './services.ts';

/** Where it is kept what became of each email. Every write is one conditional write of one item. */
export interface IncomingMailStore {
  /** True when this call stored it; false when it is there. */
  createMail(mail: IncomingMail): Promise<boolean>;
  readMail(id: string): Promise<IncomingMail | undefined>;
  /** Replaces the email read as `version - 1`; false, with nothing written, when someone was faster. */
  saveMail(mail: IncomingMail): Promise<boolean>;
  /** The id of the email that was the first with this content: this one, where there was none. */
  firstOf(sameAs: string, id: string): Promise<string>;
}

/** An email in the bucket, as it came. */
export interface ArrivedMail {
  readonly object: string;
  readonly at: string;
  readonly bytes: number;
}

/** Where emails are kept as they came, and beside them what staff read. All methods throw `Transient` when it is out of reach. */
export interface MailFiles {
  /** Every email that is there. */
  arrived(): Promise<readonly ArrivedMail[]>;
  /** One of them; undefined when it is not there. */
  look(object: string): Promise<ArrivedMail | undefined>;
  /** Its first bytes, at most so many. */
  bytes(object: string, most: number): Promise<Uint8Array>;
  keepRead(id: string, read: ReadMail): Promise<void>;
  readRead(id: string): Promise<ReadMail | undefined>;
  /** Deletes every version of it, and of what staff read. */
  forget(object: string, id: string): Promise<void>;
  /** A form that uploads one email under this name. */
  uploadForm(request: { object: string; maxBytes: number; seconds: number; redirectTo: string }): Promise<UploadForm>;
}
