import { type Notice, noticeSchema } from '#domain/notices/notice.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';
import { CorruptItem } from '#domain/problems/errors.ts';
import { noticeEntries } from './entries.ts';
import { NOTICE_PREFIX, noticeKey } from './keys.ts';
import { parseIfThere, parseItem } from './parse-item.ts';
import type { Item, Table } from './table.ts';

export function noticeStore(table: Table): NoticeStore {
  return {
    claimNotice: (notice) => table.put(noticeItem(notice), { absent: ['pk'] }),
    readNotice: async (reference, id) => {
      const { pk, sk } = noticeKey(reference, id);
      return parseIfThere(noticeSchema, await table.get(pk, sk));
    },
    saveNotice: (notice, expectedAttempts) => table.put(noticeItem(notice), { equals: { attempts: expectedAttempts } }),
    noticesOf: async (reference) => {
      const items = await table.under(noticeKey(reference, '').pk, NOTICE_PREFIX);
      return items.map((item) => parseItem(noticeSchema, item));
    },
    readableNoticesOf: async (reference) => {
      const items = await table.under(noticeKey(reference, '').pk, NOTICE_PREFIX);
      const read = items.map((item) => unlessCorrupt(item));
      const notices = read.filter((notice) => notice !== undefined);
      return { notices, damaged: read.length - notices.length };
    },
  };
}

function unlessCorrupt(item: Item): Notice | undefined {
  try {
    return parseItem(noticeSchema, item);
  } catch (error) {
    if (error instanceof CorruptItem) return undefined;
    throw error;
  }
}

function noticeItem(notice: Notice): Item {
  return { ...noticeKey(notice.reference, notice.id), ...notice, ...noticeEntries(notice) };
}
