import type { SameChild } from './facts.ts';

/** The formats in which the service prints a letter itself. */
export const PRINTED: readonly string[] = ['STANDARD', 'LARGE_PRINT'];

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

/** What a person arranges for a family that cannot read what the service prints: nothing of it is left out. */
export interface ToArrange {
  /** The code of a format that the service does not have. */
  readonly format?: string;
  /** The language as it was typed. */
  readonly language?: string;
  readonly interpreter: boolean;
}

/** What is to be arranged so that this family can be told; undefined where they read what the service prints. */
export function toArrange(family: Pick<SameChild, 'communication'>): ToArrange | undefined {
  if (readsOurs(family, PRINTED)) return undefined;
  const { format = 'STANDARD', preferredLanguage = '', interpreterNeeded = false } = family.communication ?? {};
  return {
    ...(PRINTED.includes(format) ? {} : { format }),
    ...(ENGLISH.test(preferredLanguage) ? {} : { language: preferredLanguage.trim() }),
    interpreter: interpreterNeeded,
  };
}
