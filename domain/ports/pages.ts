/** Which page: of what task, as it was sent to whom, by the SHA-256 of its HTML. */
export interface PageName {
  readonly reference: string;
  readonly taskId: string;
  readonly person: string;
  readonly hash: string;
}

/** Where pages are kept as they were sent. Every method throws `Transient` when the store is out of reach. */
export interface PageStore {
  /** Keeps a page that is shown for at least a day, so that it can be decided on; the same page again changes nothing. */
  keepShown(name: PageName, html: string): Promise<void>;
  /** Keeps a shown page as long as the referral, because it is decided on; false when it is not there (any more). */
  keepDecided(name: PageName): Promise<boolean>;
  /** The page of this name that was decided on; undefined when it is not there, or is not the page that its name says. */
  read(name: PageName): Promise<string | undefined>;
}
