/** The most that one file of a document may have, in bytes, whichever way it comes: 10 MB. Source: the API's contract. */
export const MAX_EVIDENCE_BYTES = 10 * 1024 * 1024;
