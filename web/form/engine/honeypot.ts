import type { FormFields } from '../../http/form-body.ts';

/** True when the hidden field has text. The referral is still taken, and the team checks it first. */
export function isHoneypotFilled({ website = '' }: FormFields): boolean {
  return website.trim() !== '';
}
