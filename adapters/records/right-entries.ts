import { caseSchema } from '#domain/case/case.ts';
import { settledDecisionSchema } from '#domain/case/settled-decision.ts';
import { incomingMailSchema } from '#domain/mail/incoming-mail.ts';
import { alarmStubSchema } from '#domain/notices/alarm.ts';
import { noticeSchema } from '#domain/notices/notice.ts';
import { linkSchema } from '#domain/people/link.ts';
import { openingSchema } from '#domain/people/opening.ts';
import { readingSchema } from '#domain/people/reading.ts';
import { todoSchema } from '#domain/people/todo.ts';
import type { DueKind } from '#domain/process/indexes.ts';
import { pauseSchema } from '#domain/process/pause.ts';
import { slotClaimSchema } from '#domain/support/slot-claim.ts';
import { supportSchema } from '#domain/support/support.ts';
import { toDraft } from './drafts.ts';
import {
  caseEntries,
  draftEntries,
  mailEntries,
  noticeEntries,
  pauseEntries,
  slotEntries,
  supportEntries,
  todoEntries,
} from './entries.ts';
import { linkEntries, openingEntries, readingEntries, settledEntries, stubEntries } from './log-entries.ts';
import { parseItem } from './parse-item.ts';
import type { Condition, Item } from './table.ts';

/** What must be so of a stored item that is put anew: that it is still the one that was read. */
type Unchanged = (item: Item) => Condition;

interface Kind {
  /** The attributes by which indexes find this item, worked out from what it says. Throws `CorruptItem`. */
  readonly entries: (item: Item) => Record<string, unknown>;
  readonly unchanged: Unchanged;
}

const sameVersion: Unchanged = ({ version }) => ({ equals: { version: Number(version) } });
/** Of what is written once and never changed. */
const stillThere: Unchanged = ({ pk }) => ({ equals: { pk } });

/** The names of the fields that say in which state an item is, with their values; a field that is missing must stay so. */
function sameIn(item: Item, paths: readonly string[]): Condition {
  const values = paths.map((path) => [path, valueAt(item, path)] as const);
  const there = values.flatMap(([path, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[path, value] as const] : [],
  );
  const absent = values.flatMap(([path, value]) => (value === undefined ? [path] : []));
  return { equals: Object.fromEntries(there), absent };
}

function valueAt(item: Item, path: string): unknown {
  return path.split('.').reduce((at: unknown, name) => new Map(Object.entries(at ?? {})).get(name), item);
}

/** Each write of a notice changes one of these: it has no version. */
const OF_NOTICE = ['attempts', 'state', 'claimedAt', 'settledAt', 'why', 'messageId', 'delivery', 'heldUntil'];
const OF_SLOT = ['slotId', 'claim.offer', 'claim.keptAt', 'freed.offer'];
const OF_PAUSE = ['attempts', 'since', 'until', 'endedAt'];

const versioned = (entries: Kind['entries']): Kind => ({ entries, unchanged: sameVersion });
const written = (entries: Kind['entries']): Kind => ({ entries, unchanged: stillThere });

/** Every kind of item that indexes find, as its key names it. */
const KINDS: Readonly<Record<string, Kind>> = {
  CASE: versioned((item) => caseEntries(parseItem(caseSchema, item))),
  SUPPORT: versioned((item) => supportEntries(parseItem(supportSchema, item))),
  DRAFT: versioned((item) => draftEntries(toDraft(item))),
  TODO: versioned((item) => todoEntries(parseItem(todoSchema, item))),
  MAIL: versioned((item) => mailEntries(parseItem(incomingMailSchema, item))),
  OPENING: versioned((item) => openingEntries(parseItem(openingSchema, item))),
  NOTICE: {
    entries: (item) => noticeEntries(parseItem(noticeSchema, item)),
    unchanged: (item) => sameIn(item, OF_NOTICE),
  },
  SLOT: {
    entries: (item) => slotEntries(parseItem(slotClaimSchema, item)),
    unchanged: (item) => sameIn(item, OF_SLOT),
  },
  PAUSE: {
    entries: (item) => pauseEntries(pausedKind(item), parseItem(pauseSchema, item)),
    unchanged: (item) => sameIn(item, OF_PAUSE),
  },
  SETTLED: written((item) => settledEntries(parseItem(settledDecisionSchema, item))),
  LINK: written((item) => linkEntries(parseItem(linkSchema, item))),
  AUDIT: written((item) => stubEntries(parseItem(alarmStubSchema, item))),
  READING: written((item) => readingEntries(parseItem(readingSchema, item), item.sk.split('#').at(-1) ?? '')),
};

/** `PAUSE#NOTICE#<id>` is of the kind NOTICE. */
function pausedKind({ sk }: Item): DueKind {
  const kinds: readonly DueKind[] = ['CASE', 'SUPPORT', 'NOTICE', 'TODO', 'SLOT', 'DRAFT'];
  return kinds.find((kind) => kind === sk.split('#')[1]) ?? 'CASE';
}

/** The kind of an item, as its key names it. */
export function kindOf({ sk }: Pick<Item, 'sk'>): string {
  return sk.split('#')[0] ?? sk;
}

/** How the indexes find an item of this kind; undefined where none of them does. */
export function indexedKind(kind: string): Kind | undefined {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
}
