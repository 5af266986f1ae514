import * as z from 'zod';
import { type Draft, draftSchema } from '#domain/draft/draft.ts';
import type { DraftStore } from '#domain/ports/stores.ts';
import { draftEntries } from './entries.ts';
import { draftKey } from './keys.ts';
import { parseItem, parseText } from './parse-item.ts';
import type { Item, Table } from './table.ts';

export function draftStore(table: Table): DraftStore {
  return {
    readDraft: async (id) => {
      const { pk, sk } = draftKey(id);
      const item = await table.get(pk, sk);
      return item && toDraft(item);
    },
    saveDraft: (draft) => {
      const before = draft.version - 1;
      return table.put(draftItem(draft), before === 0 ? { absent: ['pk'] } : { equals: { version: before } });
    },
  };
}

/** The answers are kept as text: their names hold dots, and they come back exactly as they were typed. */
function draftItem(draft: Draft): Item {
  return { ...draftKey(draft.id), ...draft, answers: JSON.stringify(draft.answers), ...draftEntries(draft) };
}

const itemSchema = draftSchema.extend({ answers: z.string() });

/** The draft that is stored so. */
export function toDraft(item: Item): Draft {
  return draftSchema.parse({ ...parseItem(itemSchema, item), answers: parseText(item, 'answers') });
}
