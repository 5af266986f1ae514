import { sha256 } from '#domain/values/hash.ts';
import { keepScriptIntegrity, keepScriptPath } from './script.ts';
import { KEPT_HOURS, keepWords } from './words.ts';

export interface Keeps {
  /** Who is signed in, by id. */
  readonly person: string;
  readonly reference: string;
  /** The forms that this page can have, as `data-keep` names them. */
  readonly forms: readonly string[];
  /** The form that was saved just now, as the address says. */
  readonly saved?: string | undefined;
  /** Whether the page comes back with what was typed, unsaved. */
  readonly isTyped: boolean;
}

/** What `keep/keep.njk` needs to keep what one person types for one child. Neither is named in the browser's store. */
export function keepOn({ person, reference, forms, saved, isTyped }: Keeps) {
  const marks = {
    ...{ who: keepMark('who', person), child: keepMark('child', person, reference), hours: KEPT_HOURS },
    forms: forms.join(' '),
    ...(saved !== undefined && /^\w+$/.test(saved) ? { saved } : {}),
    ...(isTyped ? { typed: 'yes' } : {}),
  };
  return { script: keepScriptPath, integrity: keepScriptIntegrity, marks, words: keepWords };
}

/** A mark that tells one state of a form from another, and nothing about it. */
export function keepMark(...parts: readonly string[]): string {
  return sha256(['keep', ...parts].join('\n')).slice(0, 16);
}
