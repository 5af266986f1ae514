import { importPartSchema, importSchema } from '#domain/lists/import/file.ts';
import type { ImportStore } from '#domain/ports/import-store.ts';
import { IMPORT_PREFIX, importKey, ROWS_PREFIX, rowsKey } from './keys.ts';
import { parseIfThere, parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

export function importStore(table: Table): ImportStore {
  return {
    readImport: async (id) => {
      const { pk, sk } = importKey(id);
      return parseIfThere(importSchema, await table.get(pk, sk));
    },
    imports: async () => {
      const items = await table.under(importKey('').pk, IMPORT_PREFIX);
      return items.map((item) => parseItem(importSchema, item));
    },
    saveImport: (changed) => {
      const before = changed.version - 1;
      const condition = before === 0 ? { absent: ['pk'] } : { equals: { version: before } };
      return table.put({ ...importKey(changed.id), ...changed }, condition);
    },
    keepPart: (part) => table.put({ ...rowsKey(part.id, part.n), ...part }, { absent: ['pk'] }),
    partsOf: async (id) => {
      const items = await table.under(rowsKey(id, 0).pk, ROWS_PREFIX);
      return items.map((item) => parseItem(importPartSchema, item));
    },
  };
}
