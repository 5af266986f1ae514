import type { ListCursor } from '#application/lists/read-list.ts';
import { listPathwaySchema } from '#domain/case/codes.ts';
import type { ListName } from '#domain/lists/entry.ts';
import { isRowHeldOn } from '#domain/lists/hold.ts';
import { PROMPTS, type Prompt, promptAt } from '#domain/lists/prompt-words.ts';
import { NO_ONE } from '#domain/lists/tally.ts';
import type { ListRow } from '#domain/process/rows.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { isReference } from '#domain/values/reference.ts';

export const LISTS_AT = '/staff/lists';

/** Who reads the lists. Only the first changes a place on them. */
export const LIST_ROLES = ['SERVICE_MANAGER', 'TRIAGER'] as const;

/** Where a list from a spreadsheet is checked and brought in, and who may. Only a service manager releases it. */
export const IMPORT_AT = `${LISTS_AT}/import`;
export const IMPORT_ROLES = ['SERVICE_MANAGER', 'ADMINISTRATOR'] as const;

/** Where all waiting lists are written out, or below it one of them. */
export const EXPORT_AT = `${IMPORT_AT}/export`;

/** Where one list from a spreadsheet stands. */
export function importAt(id: string): string {
  return `${IMPORT_AT}/${id}`;
}

type Query = Readonly<Record<string, string>>;

const inAddress = (code: string) => code.toLowerCase().replaceAll('_', '-');

/** The address of one list, below the base. */
export function listAt({ pathway, locality }: ListName): string {
  return `${LISTS_AT}/${inAddress(pathway)}/${inAddress(locality)}`;
}

/** The list that an address names; undefined for any other. */
export function listIn({ pathway, locality }: Query): ListName | undefined {
  const [path, town] = [
    listPathwaySchema.options.find((code) => inAddress(code) === pathway),
    localitySchema.options.find((name) => inAddress(name) === locality),
  ];
  return path && town ? { pathway: path, locality: town } : undefined;
}

/** What of a list a reader can ask for; each prompt by its code. */
const KINDS = ['held', 'over', 'unconfirmed', 'prompts'] as const;
type ListFilter = (typeof KINDS)[number] | Prompt;
export const LIST_FILTERS: readonly ListFilter[] = [...KINDS, ...PROMPTS];

/** The prompt that an address names; undefined for any other. */
export function promptIn({ prompt: named }: Query): Prompt | undefined {
  return PROMPTS.find((code) => promptAt(code) === promptAt(named ?? ''));
}

/** What of a list an address asks for; whatever in it is not understood is passed over. */
export interface ListWish {
  readonly filter: ListFilter | undefined;
  readonly from: ListCursor;
}

/** The wish in an address. A hostile one can only mislead who sent it: it names a place in the list and nothing else. */
export function listWishOf({ only, after = '' }: Query): ListWish {
  return { filter: LIST_FILTERS.find((name) => name === only), from: cursorIn(after) };
}

const COUNT = /^\d{1,5}$/;

function cursorIn(text: string): ListCursor {
  const [counts = '', order = '', reference = '', holder] = text.split('~');
  const [none, one, two, three, earlier, ...more] = counts
    .split('.')
    .map((n) => (COUNT.test(n) ? Number(n) : undefined));
  const isWhole = more.length === 0 && isReference(reference) && order.length > 0 && order.length < 100;
  const numbers = [none, one, two, three, earlier].flatMap((n) => n ?? []);
  if (!isWhole || numbers.length !== 5) return { tally: NO_ONE };
  const after = { reference, order, holder: holder === 'SUPPORT' ? 'SUPPORT' : 'CASE' } as const;
  const before = [none ?? 0, one ?? 0, two ?? 0, three ?? 0] as const;
  return { after, tally: { before, targetOn: order.split('#')[1] ?? '', earlier: earlier ?? 0 } };
}

/** The query of this part of a list: what waits before is in it, so that the page need not count. */
export function listQuery({ filter, from: { after, tally } }: ListWish): string {
  const query = new URLSearchParams();
  if (filter) query.set('only', filter);
  if (after)
    query.set(
      'after',
      [[...tally.before, tally.earlier].join('.'), after.order, after.reference, after.holder].join('~'),
    );
  return query.size === 0 ? '' : `?${query}`;
}

/** Whether a row is one of those that were asked for. */
export function isOfFilter(
  filter: ListFilter,
  { more, targetOn = '', band, prompts = [] }: ListRow,
  today: string,
): boolean {
  if (filter === 'held') return isRowHeldOn(more, today);
  if (filter === 'over') return targetOn < today;
  if (filter === 'unconfirmed') return band === undefined;
  return filter === 'prompts' ? prompts.length > 0 : prompts.includes(filter);
}
