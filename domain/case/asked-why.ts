import type { Case } from './case.ts';

/** What only the rules have asked for, before people have begun to look. */
const ofRules: ReadonlySet<string> = new Set(['NO_EVIDENCE_YET', 'EVIDENCE_FAILED']);

/** Whether people have begun to look at it: from then on the rules inform and end nothing. */
export function hasBegun(theCase: Pick<Case, 'ask' | 'triageSince' | 'reopened'>): boolean {
  return theCase.triageSince !== undefined || theCase.reopened !== undefined || isForPeople(theCase);
}

/**
 * Whether it is compared with other open cases when it is checked: until people have begun to look, and once more after it was
 * reopened, because the same child may have been referred since.
 */
export function isCompared(theCase: Pick<Case, 'ask' | 'triageSince' | 'reopened' | 'duplicateCleared'>): boolean {
  return !theCase.duplicateCleared && (theCase.reopened !== undefined || !hasBegun(theCase));
}

/**
 * Whether people read what the referrer answers. So they do of what a later release asks: the machine never ends a case that
 * people have begun to look at.
 */
export function isForPeople({ ask }: Pick<Case, 'ask'>): boolean {
  return ask !== null && !isOfRules(ask.why);
}

/** Whether only the rules ask for it, before people have begun to look. */
export function isOfRules(why: string): boolean {
  return ofRules.has(why);
}
