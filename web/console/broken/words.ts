/** Words of the page where the console itself cannot be shown. */
export const brokenWords = {
  refused: 'The records refuse to be read',
  refusedWhy:
    'The table, or the key that encrypts it, refuses us. No one can read or store anything. What was acknowledged is safe.',
  refusedSo: 'The runbook says what to do under “the-encryption-key-is-disabled” and “store-errors”.',
  key: 'Runbook: the encryption key is disabled',
} as const;

/** The article of the runbook, as its anchor. */
export const KEY_ARTICLE = 'the-encryption-key-is-disabled';
