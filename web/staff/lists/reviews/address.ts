import { placeInReviews, type ToReview } from '#application/lists/read-reviews.ts';
import { isSameList, type ListName } from '#domain/lists/entry.ts';
import { isReference } from '#domain/values/reference.ts';
import { LISTS_AT, listAt, listIn } from '../address.ts';

/** Where the reviews of long waits are added up, and entered for several children at once. */
export const REVIEWS_AT = `${LISTS_AT}/reviews`;

type Query = Readonly<Record<string, string | undefined>>;

/** Which of those to review a page shows: of this list, after this one. Whatever is not understood is passed over. */
export interface ReviewsWish {
  readonly list: ListName | undefined;
  readonly after: string;
}

export function reviewsWishOf({ list = '', after = '' }: Query): ReviewsWish {
  const [pathway = '', locality = ''] = list.split('/');
  return { list: listIn({ pathway, locality }), after: /^[\dTZ:.-]{24}~\w{11}$/.test(after) ? after : '' };
}

/** The fields of this wish, for an address and for a form. */
export function fieldsOf({ list, after }: ReviewsWish): { readonly list: string; readonly after: string } {
  return { list: list ? listAt(list).slice(LISTS_AT.length + 1) : '', after };
}

export function reviewsQuery(wish: ReviewsWish): string {
  const given = Object.entries(fieldsOf(wish)).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** Those that a wish asks for, in their order. */
export function askedFor(all: readonly ToReview[], { list, after }: ReviewsWish): ToReview[] {
  return all.filter((one) => (list === undefined || isSameList(one.list, list)) && placeInReviews(one) > after);
}

const CHILD = 'child-';
/** The box of a child, and the field with what the page showed of them. */
export const boxOf = (reference: string) => `${CHILD}${reference}`;
export const seenOf = (reference: string) => `seen-${reference}`;

/** The children who were selected in a form, each as the page showed them. */
export function childrenIn(form: Query): { readonly reference: string; readonly seen: string }[] {
  return Object.entries(form)
    .filter(([name, value]) => name.startsWith(CHILD) && value === 'yes')
    .map(([name]) => name.slice(CHILD.length))
    .filter(isReference)
    .map((reference) => ({ reference, seen: form[seenOf(reference)] ?? '' }));
}
