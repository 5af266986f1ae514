/** The address of the page that says how often the team went against the checks. */
export const SHARES_AT = '/staff/decisions';

/** Who reads it. */
export const SHARE_ROLES = ['SERVICE_MANAGER', 'AUDITOR'] as const;
