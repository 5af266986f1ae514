import { listKey } from '#domain/case/index-keys.ts';
import type { Hints } from '#domain/ports/stores.ts';
import { ATTENTION, draftIdOf, NOTICE_PREFIX, referenceOf } from './keys.ts';
import type { Table } from './table.ts';

export function hints(table: Table): Hints {
  return {
    attention: async (now, limit) => {
      const entries = await table.query({ index: 'attention', key: ATTENTION, upTo: now, limit });
      return entries.map(({ pk, sk }) => {
        const draftId = draftIdOf({ pk, sk });
        if (draftId !== undefined) return { draftId };
        const reference = referenceOf(pk);
        return sk.startsWith(NOTICE_PREFIX) ? { reference, noticeId: sk.slice(NOTICE_PREFIX.length) } : { reference };
      });
    },
    list: async (pathway, locality, limit) => {
      const entries = await table.query({ index: 'list', key: listKey(pathway, locality), limit });
      return entries.map(({ pk }) => referenceOf(pk));
    },
    work: async (queue, limit) => {
      const entries = await table.query({ index: 'work', key: queue, limit });
      return entries.map(({ pk, order }) => ({ reference: referenceOf(pk), dueAt: order }));
    },
  };
}
