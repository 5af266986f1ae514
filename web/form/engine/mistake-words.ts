import type { Broken } from '#domain/problems/rules.ts';
import { type DatePart, partsAtFault } from '../../components/date-fault.ts';
import { type Asked, errorInWords } from '../../components/error-words.ts';
import { type Answers, type Field, firstNameOf } from './fields.ts';
import type { Page } from './page-types.ts';
import { typedParts } from './typed-parts.ts';

/** What is wrong, at the input where it can be fixed. */
export interface Mistake {
  readonly path: string;
  readonly message: string;
  /** Where it is fixed, if that is another page. */
  readonly href?: string;
  /** Which boxes of a date are marked. Without them all are. */
  readonly parts?: readonly DatePart[];
}

/** What the form says of a problem with a question, at the box to correct. */
export function mistakeAt(field: Field, broken: Broken, answers: Answers): Mistake {
  const asked = askedBy(field, answers);
  const parts = asked.typed ? partsAtFault(broken, asked.typed) : [];
  const path = parts[0] === undefined ? firstNameOf(field) : `${field.path}-${parts[0]}`;
  return { path, message: errorInWords(broken, asked), ...(parts.length > 0 && { parts }) };
}

/** What the form says of a problem with a question, with a list, or with what no question asks. */
export function inFormWords(broken: Broken, at: Field | Page | undefined, answers: Answers = {}): string {
  return errorInWords(broken, askedBy(at, answers));
}

function askedBy(at: Field | Page | undefined, answers: Answers): Asked {
  if (!at || at.kind === 'questions') return { how: 'enter', called: 'the answers on this page' };
  switch (at.kind) {
    case 'list':
      return { how: 'list', called: at.entry };
    case 'yes-no':
      return { how: 'yes-no', called: at.called };
    case 'choice':
    case 'select':
      return { how: 'select', called: at.called };
    case 'date':
    case 'moment': {
      const { called, subject } = at;
      return { how: 'enter', called, ...(subject && { subject }), typed: typedParts(at, answers) };
    }
    default:
      return { how: 'enter', called: at.called };
  }
}
