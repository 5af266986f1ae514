import type { Policy } from '../service/policy.ts';

type Refusal = 'MAX_18_SESSIONS' | 'MAX_24_SESSIONS' | ExtensionRefusal;
type ExtensionRefusal =
  | 'SERVICE_MANAGER_AGREEMENT_REQUIRED'
  | 'EXTENSION_OVER_6'
  | 'EXTENSION_NOT_A_WHOLE_NUMBER'
  | 'REASON_REQUIRED';

interface Booking {
  /** Weekly sessions that took place, without the initial visit. */
  readonly sessionsDelivered: number;
  /** Further sessions agreed, 0 when there is no extension. */
  readonly extensionAgreed: number;
  readonly agreedByRole?: string;
}

/**
 * Whether one more weekly home-visiting session may be booked, and whether it is the last one that may (RULES, home
 * visiting). Codes keep their names when the policy's numbers change.
 */
export function bookSession(
  { sessionsDelivered, extensionAgreed, agreedByRole }: Booking,
  policy: Policy,
): { allowed: true; final: boolean } | { allowed: false; reason: Refusal } {
  const next = sessionsDelivered + 1;
  const extension = isAgreed(extensionAgreed, agreedByRole, policy) ? extensionAgreed : 0;
  if (next <= policy.maxSessions + extension) return { allowed: true, final: next === policy.maxSessions + extension };
  if (next > policy.maxSessions + policy.maxExtension) return { allowed: false, reason: 'MAX_24_SESSIONS' };
  if (extension === extensionAgreed) return { allowed: false, reason: 'MAX_18_SESSIONS' };
  const agreement = { extensionRequested: extensionAgreed, agreedByRole: agreedByRole ?? '', reason: 'as recorded' };
  const answer = agreeExtension(agreement, policy);
  return { allowed: false, reason: answer.allowed ? 'MAX_18_SESSIONS' : answer.reason };
}

function isAgreed(extension: number, role: string | undefined, policy: Policy): boolean {
  return (
    extension === 0 ||
    (role === 'SERVICE_MANAGER' && Number.isInteger(extension) && extension > 0 && extension <= policy.maxExtension)
  );
}

interface Agreement {
  readonly extensionRequested: number;
  readonly agreedByRole: string;
  readonly reason?: string;
}

/**
 * Whether an extension of so many sessions counts. It must be a whole number within the policy, agreed by the service
 * manager, with a reason (RULES, home visiting).
 */
export function agreeExtension(
  { extensionRequested, agreedByRole, reason = '' }: Agreement,
  policy: Policy,
): { allowed: true } | { allowed: false; reason: ExtensionRefusal } {
  const refuse = (why: ExtensionRefusal) => ({ allowed: false, reason: why }) as const;
  if (agreedByRole !== 'SERVICE_MANAGER') return refuse('SERVICE_MANAGER_AGREEMENT_REQUIRED');
  if (!Number.isInteger(extensionRequested) || extensionRequested < 1) return refuse('EXTENSION_NOT_A_WHOLE_NUMBER');
  if (extensionRequested > policy.maxExtension) return refuse('EXTENSION_OVER_6');
  return reason.trim() === '' ? refuse('REASON_REQUIRED') : { allowed: true };
}
