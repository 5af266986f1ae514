import { placeInReviews, readReviews } from '#application/lists/read-reviews.ts';
import { type ChildReviewed, MOST_REVIEWED } from '#application/todos/review-waits.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { instantInWords } from '../../../access/instants.ts';
import { inDatedWords } from '../../../components/entered-on.ts';
import { choicesOf, waitOffers } from '../../../components/record/review-words.ts';
import { parseBaseUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import { areaPage } from '../../area/area-page.ts';
import type { StaffDeps } from '../../deps.ts';
import { offeringIn } from '../../todo/review.ts';
import { reviewWords } from '../../todo/review-words.ts';
import { LISTS_AT } from '../address.ts';
import {
  askedFor,
  boxOf,
  childrenIn,
  fieldsOf,
  REVIEWS_AT,
  type ReviewsWish,
  reviewsQuery,
  reviewsWishOf,
} from './address.ts';
import { childView, listInWords, numbersHead, numbersRows, resultView } from './view.ts';
import { bulkFaultWords, reviewsWords as words } from './words.ts';

interface Shown {
  readonly wish: ReviewsWish;
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  /** What became of those who were selected. */
  readonly children: readonly ChildReviewed[];
}

/** GET: the reviews of long waits by list, and the children to review with a form for those for whom nothing changed. */
export function getReviews(deps: StaffDeps) {
  return (access: AreaAccess, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> =>
    reviewsPage(deps, access, { wish: reviewsWishOf(query), form: {}, problems: [], children: [] });
}

/** POST: each selected child is reviewed once, and who was left as they were is named with the reason. */
export function postReviews(deps: StaffDeps) {
  return async (access: AreaAccess, form: FormFields): Promise<HttpResponse> => {
    const wish = reviewsWishOf(form);
    const result = await deps.reviewWaits({ children: childrenIn(form), ...offeringIn(form) }, access.actor);
    if (result.kind === 'REVIEWED')
      return reviewsPage(deps, access, {
        ...{ wish, form: leftOf(form, result.children), problems: [], children: result.children },
      });
    const problems = inDatedWords(bulkFaultWords, result.problems, form);
    return reviewsPage(deps, access, { wish, form, problems, children: [] });
  };
}

/** What was typed, for those who can be tried again; empty where there are none. Who changed meanwhile is to be looked at first. */
function leftOf(form: FormFields, children: readonly ChildReviewed[]): FormFields {
  const again = children.filter(({ result }) => result === 'STALE' || result === 'TOO_EARLY' || result === 'FAILED');
  if (again.length === 0) return {};
  const selected = again.filter(({ result }) => result !== 'STALE').map(({ reference }) => boxOf(reference));
  const isKept = (name: string) => selected.includes(name) || !children.some((one) => boxOf(one.reference) === name);
  return Object.fromEntries(Object.entries(form).filter(([name]) => isKept(name)));
}

/** GET: the numbers on paper. */
export function getPrintedReviews(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => {
    const base = parseBaseUrl(deps.baseUrl).path;
    const reviews = await readReviews(deps.indexes)(deps.now());
    return areaPage(deps, access, {
      ...{ template: 'staff/lists/reviews/reviews.njk', title: words.title },
      data: {
        ...{ words, at: base + REVIEWS_AT, isWide: true, isPrint: true, problems: [] },
        ...{
          head: numbersHead(),
          rows: numbersRows(reviews, base),
          printed: words.printed(instantInWords(deps.now())),
        },
      },
    });
  };
}

/** Who the index shows as to be reviewed still, although this press has seen that they are not. */
const isOver = ({ result }: ChildReviewed) => result === 'DONE' || result === 'ALREADY' || result === 'OVER';

async function reviewsPage(
  deps: StaffDeps,
  access: AreaAccess,
  { wish, form, problems, children }: Shown,
): Promise<HttpResponse> {
  const base = parseBaseUrl(deps.baseUrl).path;
  const at = base + REVIEWS_AT;
  const reviews = await readReviews(deps.indexes)(deps.now());
  const over = new Set(children.filter(isOver).map(({ reference }) => reference));
  const asked = askedFor(reviews.toReview, wish).filter(({ row }) => !over.has(row.reference));
  const page = asked.slice(0, MOST_REVIEWED);
  const last = page.at(-1);
  const first = { href: at + reviewsQuery({ ...wish, after: '' }), text: words.first };
  const next = last && { href: at + reviewsQuery({ ...wish, after: placeInReviews(last) }), text: words.next };
  return areaPage(deps, access, {
    ...{ here: LISTS_AT, template: 'staff/lists/reviews/reviews.njk', title: words.title },
    status: problems.length > 0 ? 422 : 200,
    data: {
      ...{ words, reviewWords, form, problems, at, listsAt: base + LISTS_AT, isWide: true, isPrint: false },
      ...{ head: numbersHead(), rows: numbersRows(reviews, base), wish: fieldsOf(wish) },
      lead: words.lead(deps.policy.reviewWaitMonths),
      dueTitle: wish.list ? words.dueOf(listInWords(wish.list)) : words.due,
      isOfOneList: wish.list !== undefined,
      children: page.map((one) => childView(one, form, base, londonDateOf(deps.now()))),
      offers: choicesOf(waitOffers, 'offering', form),
      pages: {
        label: words.pages,
        back: wish.after === '' ? undefined : first,
        next: asked.length > page.length && next,
      },
      result: children.length > 0 ? resultView(children, base) : undefined,
    },
  });
}
