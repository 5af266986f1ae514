/**
 * What all people and systems together may ask, and what all systems may, in requests a second and at one moment. A busy
 * county stays far below. A flood meets our own page for it, and not the limit of the account, which others share.
 */
export const STAGE = { perSecond: 100, atOnce: 200 };
export const SYSTEM = { perSecond: 20, atOnce: 40 };

/**
 * How many functions the account must be able to run at the same moment: as many as the stage lets in during the second that
 * a slow page takes. AWS starts accounts with 1,000 and some new ones with as few as 10.
 * Source: AWS Lambda Developer Guide, "Lambda quotas".
 */
export const CONCURRENCY_NEEDED = STAGE.perSecond;
