/**
 * Who reads a page. NO_RECORD: it shows nothing of a record. STAFF: who works with the family. WRITER: who typed the words.
 * ADULT: to whom a letter is addressed. OFFERED: an adult with a link to an offer.
 */
export type PageReader =
  | 'OTHER_SERVICE'
  | 'REFERRER'
  | 'COPY'
  | 'RECEIPT'
  | 'PAPER'
  | 'AGENDA'
  | 'ADULT'
  | 'FAMILY'
  | 'OFFERED'
  | 'AUDITOR'
  | 'NO_RECORD'
  | 'STAFF'
  | 'WRITER';

/** Those of whom something is hidden, each with the record of a family before them. */
export const readers: readonly PageReader[] = [
  ...([
    'OTHER_SERVICE',
    'REFERRER',
    'COPY',
    'RECEIPT',
    'PAPER',
    'AGENDA',
    'ADULT',
    'AUDITOR',
    'FAMILY',
    'OFFERED',
  ] as const),
];

/** Who reads each page, by the first line that fits. A page that fits none fails, so that someone says who reads it. */
const lines: readonly (readonly [page: RegExp, reader: PageReader])[] = [
  [/^\/family(\/page)?(\/l\/|$)/, 'NO_RECORD'],
  [/^\/family\/{reference}(\/tell\/.*)?$/, 'FAMILY'],
  [/^\/family\/{reference}\/offer$/, 'OFFERED'],
  [/^\/shared\/l\//, 'NO_RECORD'],
  [/^\/shared\//, 'OTHER_SERVICE'],
  [/^\/referral\/(l\/|mine$|mine\/code$)/, 'NO_RECORD'],
  [/^\/referral\//, 'REFERRER'],
  [/^\/refer\/{draft}\/copy$/, 'COPY'],
  [/^\/refer\/{draft}\/receipt$/, 'RECEIPT'],
  [/^\/refer(\/|$)/, 'WRITER'],
  [/^\/(triage|staff)\/l\//, 'NO_RECORD'],
  [/^\/triage\/tasks\/{taskId}\/letter\//, 'ADULT'],
  [/^\/triage\/tasks\//, 'STAFF'],
  [/^\/staff\/meetings\/.*\/pack/, 'PAPER'],
  [/^\/staff\/meetings\/.*\/minutes/, 'STAFF'],
  [/^\/staff\/meetings/, 'AGENDA'],
  [/^\/staff\/records\/{reference}\/readings$/, 'NO_RECORD'],
  [/^\/staff\/assessments$/, 'NO_RECORD'],
  // It says who opened which record, and why.
  [/^\/staff\/openings$/, 'NO_RECORD'],
  // What someone wrote to us, before it is of any record.
  [/^\/staff\/mail(\/|$)/, 'NO_RECORD'],
  // A list has references, and the area in its title.
  [
    /^\/staff\/lists\/(import(\/example)?|look-at\/{prompt}|reviews(\/(print|export))?|balance(\/{pathway}\/{locality})?)$/,
    'NO_RECORD',
  ],
  // There is none before a file was brought in.
  [/^\/staff\/lists\/import\/{id}(\/(rows|ended))?$/, 'STAFF'],
  // It has no child whose family has a flag.
  [/^\/staff\/lists\/import\/export(\/{pathway}\/{locality})?$/, 'COPY'],
  [/^\/staff\/lists(\/{pathway}\/{locality}(\/print|\/export)?)?$/, 'NO_RECORD'],
  [
    /^\/staff\/records\/{reference}\/(place(\/{action})?|assessment|offer|visits|close|plan(\/(edit|print|earlier))?)$/,
    'STAFF',
  ],
  [/^\/staff\/visits\/agreement$/, 'NO_RECORD'],
  [/^\/staff\/starting-school\/children\//, 'STAFF'],
  // It has references and towns.
  [/^\/staff\/starting-school(\/dates)?$/, 'NO_RECORD'],
  [/^\/staff\/visits$/, 'STAFF'],
  [/^\/staff\/(offers|groups)/, 'STAFF'],
  [
    /^\/staff\/records\/{reference}\/(died|safe-place|no-email|birth-date|contact|safe-contact|responsibility|answer|family-page|joint|legal-hold|erasure)$/,
    'STAFF',
  ],
  [/^\/staff\/records\/{reference}($|\/tasks\/{taskId}\/page$|\/(evidence|early-help-assessment))/, 'AUDITOR'],
  [
    /^\/staff(\/(sign-in.*|sign-out|family-page|told|triage|triage\/hand-on|check-again|letters|decisions|records|paper|settings.*))?$/,
    'NO_RECORD',
  ],
];

/** Who reads the page of this pattern. Throws for one that no line names. */
export function readerOf(pattern: string): PageReader {
  const found = lines.find(([page]) => page.test(pattern));
  if (!found) throw new Error(`Say in readers.ts who reads ${pattern}`);
  return found[1];
}
