import type { Fields } from './filling.ts';

/** Whether the field of trap.njk was filled in, which no person sees. It refuses nothing: a person looks at what was sent. */
export function isTrapped({ website = '' }: Fields): boolean {
  return website.trim() !== '';
}
