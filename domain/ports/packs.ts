/** Where downtime packs lie until someone outside the service has fetched them. */
export interface PackStore {
  /** Keeps a pack under its name. One of the same name is replaced. */
  putPack(name: string, archive: Uint8Array): Promise<void>;
}

/** One file in an archive that opens with a passphrase only. */
export type SealFile = (name: string, text: string) => Promise<Uint8Array>;
