import type { FormFields } from '../../http/form-body.ts';

/** Whether the field of trap.njk was filled in, which no person sees. It refuses nothing: a person looks at what was sent. */
export function isHoneypotFilled({ website = '' }: FormFields): boolean {
  return website.trim() !== '';
}
