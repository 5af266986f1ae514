import type { SameChild } from './facts.ts';

const ENGLISH = /^\s*(english|british english|uk english)?\s*$/i;

/**
 * Whether a family can read what the service writes in one of these formats, which is in English. False where they asked for
 * another format or language, or need an interpreter: then a person arranges what they need.
 */
export function readsOurs(
  { communication = {} }: Pick<SameChild, 'communication'>,
  formats: readonly string[],
): boolean {
  const { format = 'STANDARD', preferredLanguage = '', interpreterNeeded = false } = communication;
  return formats.includes(format) && ENGLISH.test(preferredLanguage) && !interpreterNeeded;
}
