import { isLateRow, QUEUE_ORDERS, type QueueWish } from '#application/triage/queue-wish.ts';
import type { QueuePage } from '#application/triage/read-queue.ts';
import type { WorkRow } from '#domain/process/rows.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { codeInWords } from '../../components/record/words.ts';
import { type Cell, type Column, headOf } from '../../components/table/table.ts';
import { claimWords } from '../claim/words.ts';
import { recordAt } from '../records/address.ts';
import { addressOf } from './address.ts';
import { claimedWords, columnWords, flagWords, kindWords, queueWords } from './words.ts';

export interface QueueEyes {
  readonly base: string;
  readonly now: string;
  readonly me: string;
  readonly isManager: boolean;
  readonly nameOf: (id: string) => string;
}

const columns: readonly Column[] = [
  { label: columnWords.reference },
  { label: columnWords.kind, order: 'kind' },
  { label: columnWords.due, order: 'due' },
  { label: columnWords.since, order: 'since' },
  { label: columnWords.claimed, order: 'claimed' },
  { label: columnWords.band, order: 'band' },
  { label: columnWords.locality, order: 'locality' },
  { label: columnWords.flags },
  { label: columnWords.actions },
];

const kinds: ReadonlyMap<string, string> = new Map(Object.entries(kindWords));
const flags: ReadonlyMap<string, string> = new Map(Object.entries(flagWords));

/** What a task asks for, in a few words. */
export function kindInWords(kind: string): string {
  return kinds.get(kind) ?? codeInWords(kind);
}

/** One page of the queue in words: its table, what it is filtered by, and the ways to the pages beside it. */
export function queueView(wish: QueueWish, page: QueuePage, eyes: QueueEyes) {
  const at = (patch: Partial<QueueWish>) => eyes.base + addressOf({ ...wish, page: 1, after: {}, ...patch });
  return {
    head: headOf(columns, wish, ({ order, isDescending }) => at({ order: orderIn(order, wish), isDescending })),
    rows: page.rows.map((row) => cellsOf(row, eyes)),
    said: page.total === undefined ? '' : queueWords.count(page.total),
    pages: pagesOf(wish, page, at),
    filters: filtersOf(wish),
    isFiltered:
      wish.filters.isLate || Object.values(wish.filters).some((value) => value !== undefined && value !== false),
    here: eyes.base + addressOf(wish),
    words: queueWords,
  };
}

const orderIn = (order: string, wish: QueueWish) => QUEUE_ORDERS.find((one) => one === order) ?? wish.order;

function cellsOf(row: WorkRow, eyes: QueueEyes): Cell[] {
  const { base, now, me, nameOf } = eyes;
  const { reference, kind = '', due, waitingSince, claimedBy, band, locality, taskId = '' } = row;
  const claimed = claimedBy === me ? queueWords.you : claimedBy && nameOf(claimedBy);
  return [
    { text: reference, href: `${base}${recordAt(reference)}` },
    { text: kindInWords(kind) },
    { text: due ? day(due) : '', mark: isLateRow(row, now) ? queueWords.late : undefined },
    { text: waitingSince ? day(waitingSince) : '' },
    { text: claimed ?? queueWords.nobody },
    { text: band?.toString() ?? '' },
    { text: locality ?? '' },
    { lines: (row.flags ?? []).map((flag) => flags.get(flag) ?? codeInWords(flag)) },
    { buttons: buttonsOf(row, eyes).map(([name, text]) => ({ name, text, value: taskId, of: reference })) },
  ];
}

/** Open, and claim or release where that is theirs to do. */
function buttonsOf({ claimedBy }: WorkRow, { me, isManager }: QueueEyes): (readonly [string, string])[] {
  const open = ['open', queueWords.open] as const;
  if (claimedBy === undefined) return [open, ['claim', claimWords.claim]];
  return claimedBy === me || isManager ? [open, ['release', claimWords.release]] : [open];
}

const day = (at: string) => plainDate(londonDateOf(at));

function pagesOf(wish: QueueWish, { next }: QueuePage, at: (patch: Partial<QueueWish>) => string) {
  const isLater = Object.keys(wish.after).length > 0;
  const before = wish.page > 1 ? { href: at({ page: wish.page - 1 }), text: queueWords.previous } : undefined;
  return {
    label: queueWords.pages,
    back: isLater ? { href: at({}), text: queueWords.first } : before,
    next: next && { href: at(next), text: queueWords.next },
  };
}

/** The choices of each filter, with the one in use. */
function filtersOf({ filters, order, isDescending }: QueueWish) {
  const { kind, claimed, flag, band, locality } = filters;
  const known = Object.entries(flagWords);
  const flagChoices = flag && !flags.has(flag) ? [...known, [flag, codeInWords(flag)] as const] : known;
  const select = (name: string, label: string, choices: readonly (readonly [string, string])[], value = '') => ({
    ...{ name, label },
    items: [['', queueWords.any] as const, ...choices].map(([code, text]) => ({
      value: code,
      text,
      selected: code === value,
    })),
  });
  return {
    ...{ isLate: filters.isLate, order, way: isDescending ? 'down' : '' },
    selects: [
      select('kind', columnWords.kind, Object.entries(kindWords), kind),
      select('claimed', columnWords.claimed, Object.entries(claimedWords), claimed),
      select('flag', columnWords.flags, flagChoices, flag),
      select(
        'band',
        columnWords.band,
        [1, 2, 3].map((n) => [`${n}`, `${n}`]),
        band?.toString(),
      ),
      select(
        'locality',
        columnWords.locality,
        localitySchema.options.map((name) => [name, name]),
        locality,
      ),
    ],
  };
}
