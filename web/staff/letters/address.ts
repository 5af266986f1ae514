/** The address of the list of letters to print. */
export const LETTERS_AT = '/staff/letters';

/** Who prints letters and posts them. */
export const LETTER_ROLES = ['ADMINISTRATOR', 'SERVICE_MANAGER'] as const;
