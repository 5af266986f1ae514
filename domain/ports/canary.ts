/** One email that lies in the mailbox of the canary. */
export interface CanaryMail {
  readonly receivedAt: string;
  /** Its text part, as it was sent. */
  readonly text: string;
}

/** The mailbox of the canary: what came in the last days, oldest first. */
export type CanaryMailbox = () => Promise<readonly CanaryMail[]>;

/** What a page answered, redirects not followed. */
export interface Visited {
  readonly status: number;
  /** The fields that the first form of the page holds already, as a press of its button would send them. */
  readonly form: { readonly fields: Readonly<Record<string, string>> } | undefined;
  /** Where it leads, as a whole address; undefined where it leads nowhere. */
  readonly location: string | undefined;
}

/** A browser without scripts, which keeps the cookies that it is given for as long as it is used. Throws `Transient` when nothing answers. */
export interface Visitor {
  get(address: string): Promise<Visited>;
  post(address: string, fields: Readonly<Record<string, string>>): Promise<Visited>;
}
