import { readReviews } from '#application/lists/read-reviews.ts';
import { waitChangeSchema, waitOfferSchema } from '#domain/lists/review-codes.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import type { HttpResponse } from '../../../http/message.ts';
import type { StaffDeps } from '../../deps.ts';
import { csvFile } from '../csv.ts';

const named = (name: string, codes: readonly string[]) => codes.map((code) => `${name}_${code.toLowerCase()}`);
const HEADER = [
  ...['pathway', 'locality', 'waiting', 'to_review', 'overdue', 'reviewed', 'nothing_changed', 'something_changed'],
  ...named('changed', waitChangeSchema.options),
  ...named('offered', waitOfferSchema.options),
];

/** GET: the reviews of long waits by list as a file for a spreadsheet: numbers alone. */
export function getReviewsExport(deps: StaffDeps) {
  return async (_access: AreaAccess): Promise<HttpResponse> => {
    const { lists } = await readReviews(deps.indexes)(deps.now());
    const rows = lists.map(({ pathway, locality, changes, offers, ...numbers }) => {
      const { waiting, toReview, overdue, reviewed, same, changed } = numbers;
      const counts = [waiting, toReview, overdue, reviewed, same, changed];
      const ofChanges = waitChangeSchema.options.map((code) => changes.get(code) ?? 0);
      const ofOffers = waitOfferSchema.options.map((code) => offers.get(code) ?? 0);
      return [pathway, locality, ...[...counts, ...ofChanges, ...ofOffers].map(String)];
    });
    return csvFile(`reviews-${londonDateOf(deps.now())}`, [HEADER, ...rows]);
  };
}
