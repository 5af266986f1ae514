/** The mark of an issue about characters that cannot be shown; problems.ts has the sentence for it. */
export const UNPRINTABLE = 'UNCLEAN';
