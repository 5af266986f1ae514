/** Which page: of what task, as it was sent to whom, by the SHA-256 of its HTML. */
export interface PageName {
  readonly reference: string;
  readonly taskId: string;
  readonly person: string;
  readonly hash: string;
}

/** Where pages are kept as they were sent. Both methods throw `Transient` when the store is out of reach. */
export interface PageStore {
  /** Keeps a page under its name; the same page again changes nothing. */
  keep(name: PageName, html: string): Promise<void>;
  /** The page of this name; undefined when it is not there, or is not the page that its name says. */
  read(name: PageName): Promise<string | undefined>;
}
