import { listKey } from '#domain/lists/index-copies.ts';
import { heldQueue } from '#domain/notices/hold.ts';
import { MAIL_FAILED } from '#domain/notices/reached-no-one.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { INDEXES, pausedKey } from '#domain/process/indexes.ts';
import type { DueRow, ListPlace, ListRow, RowOf } from '#domain/process/rows.ts';
import { caseKey, dueNameOf, linkKey, referenceOf, supportKey } from './keys.ts';
import { decisionsKey, lettersKey, linksKey, openingsKey, readingsKey, schoolKey, stubsKey } from './log-keys.ts';
import { rowOf } from './rows.ts';
import type { Item, Table } from './table.ts';

export function indexQueries(table: Table): Indexes {
  const rows = async (index: 'log', key: string, limit: number) =>
    (await table.query({ index, key, limit })).map(ofReferral);
  return {
    due: async (kind, now, limit) =>
      (await table.query({ index: 'due', key: kind, upTo: now, limit })).map((entry) => dueRow(entry)),
    paused: async (kind, limit) =>
      (await table.query({ index: 'due', key: pausedKey(kind), limit })).map((entry) => dueRow(entry)),
    list: async (pathway, locality, limit, after) => {
      const from = after && { order: after.order, ...holderKey(after) };
      const of = { index: 'list', key: listKey({ pathway, locality }), limit } as const;
      const entries = await table.query({ ...of, ...(from && { after: from }) });
      return entries.map(listRowOf);
    },
    listCount: (pathway, locality, below) => table.count({ index: 'list', key: listKey({ pathway, locality }), below }),
    work: async (queue, limit, after) => {
      const from = after && { order: after.order, ...caseKey(after.reference) };
      const entries = await table.query({ index: 'work', key: queue, limit, ...(from && { after: from }) });
      return entries.map((entry) => ({ ...ofReferral(entry), order: String(entry[INDEXES.work.order]) }));
    },
    mailFailed: async (limit) =>
      (await table.query({ index: 'work', key: MAIL_FAILED, limit })).flatMap((entry) => {
        const name = dueNameOf(entry);
        return 'noticeId' in name ? [{ ...ofReferral(entry), noticeId: name.noticeId }] : [];
      }),
    dueCount: (kind) => table.count({ index: 'due', key: kind }),
    held: async (to, limit) =>
      (await table.query({ index: 'work', key: heldQueue(to), limit })).flatMap((entry) => {
        const name = dueNameOf(entry);
        return 'noticeId' in name ? [name] : [];
      }),
    readingsOn: (day, limit) => rows('log', readingsKey(day), limit),
    decisionsIn: async (quarter, limit) =>
      (await table.query({ index: 'log', key: decisionsKey(quarter), limit })).map((entry) => {
        const { outcome = '', more } = rowOf(entry);
        return { outcome, against: more?.against ?? null };
      }),
    lettersIn: (month, limit) => rows('log', lettersKey(month), limit),
    linksOf: async (reference, limit) =>
      (await table.query({ index: 'log', key: linksKey(reference), limit })).map((entry) => {
        const { kind: purpose = '', taskId, by: to, more } = rowOf(entry);
        const hash = entry.pk.slice(linkKey('').pk.length);
        return { hash, purpose, taskId, to, issuedAt: String(entry[INDEXES.log.order]), until: more?.until };
      }),
    openingsIn: (month, limit) => rows('log', openingsKey(month), limit),
    startsSchoolIn: (year, limit) => rows('log', schoolKey(year), limit),
    stopsIn: async (month, limit) => (await table.query({ index: 'log', key: stubsKey(month), limit })).map(rowOf),
  };
}

/** The row that an entry of the index of the lists shows, with its place and whose it is. */
export function listRowOf(entry: Item): ListRow {
  return { ...ofReferral(entry), ...{ order: String(entry[INDEXES.list.order]), holder: holderOf(entry) } };
}

const holderKey = ({ reference, holder }: ListPlace) =>
  holder === 'SUPPORT' ? supportKey(reference) : caseKey(reference);

function holderOf({ sk }: Item): ListPlace['holder'] {
  return sk === supportKey('').sk ? 'SUPPORT' : 'CASE';
}

/** Every item of a referral says in its key whose it is, whatever else is known of it. */
function ofReferral(entry: Item): RowOf {
  return { ...rowOf(entry), reference: referenceOf(entry.pk) };
}

function dueRow(entry: Item): DueRow {
  return { ...rowOf(entry), dueAt: String(entry[INDEXES.due.order]), ...dueNameOf(entry) };
}
