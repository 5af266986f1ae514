import { FEWEST_SHOWN, type SharePeriod } from '#domain/case/share-against.ts';

/** Words of the page that says how often the team went against the checks. */
export const sharesWords = {
  title: 'Decisions and what the checks suggest',
  notForAppraisal:
    'None of this is for appraisal. It counts no one by name, and no one may use it to judge the work of a colleague.',
  suppressed: `We show only quarters and years that are over. We do not show a period with fewer than ${FEWEST_SHOWN} decisions to compare.`,
  empty: `There are no decisions to compare in a quarter that is over.`,
  years: 'By year',
  quarters: 'By quarter',
  period: 'Period',
  compared: 'Decisions compared',
  accepted: 'Accepted against the checks',
  notAccepted: 'Not accepted or redirected against the checks',
  against: 'Against the checks in all',
  TOO_FEW: `Not shown: fewer than ${FEWEST_SHOWN} decisions`,
  WOULD_TELL: `Not shown: it would tell the numbers of a quarter with fewer than ${FEWEST_SHOWN} decisions`,
} as const;

const months = ['January to March', 'April to June', 'July to September', 'October to December'];

/** A year as it is, and a quarter by its months: `July to September 2026`. */
export function periodInWords(period: SharePeriod['period']): string {
  const [year, quarter] = period.split('-Q');
  return quarter === undefined ? period : `${months[Number(quarter) - 1]} ${year}`;
}
