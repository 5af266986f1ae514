/** One object, and which version of it; the newest when none is named. */
export interface ObjectVersion {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId: string | undefined;
}
