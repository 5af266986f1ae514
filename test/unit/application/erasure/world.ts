import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { createMemoryErasedList, createMemoryFiles } from '#adapters/memory/erasure.ts';
import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { recordsToErase } from '#adapters/records/to-erase.ts';
import { type EraseDeps, eraseRecords } from '#application/erasure/erase-records.ts';
import type { Case } from '#domain/case/case.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { suggestedRetention } from '#domain/service/retention.ts';
import { storedReferral } from '#test/http/records.ts';
import { stopped } from '#test/http/referral/standings.ts';
import { referralExample } from '#web/api/openapi-examples.ts';

export const PLANTED = 'zebrafish';
const FILE = 'file-0000000000000001';
export const fileKey = (id: string) => `evidence/0123456789abcdef/${id}`;

const itemSchema = z.looseObject({ pk: z.string(), sk: z.string() });
const folder = new URL('../../../contract/stored-examples/1/', import.meta.url);
/** Every kind of item that a release ever stored, as it was stored. */
const examples = readdirSync(folder).map((file) => ({
  file,
  item: itemSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
}));

/** The same with a string in it that can be found. */
const planted = (item: z.infer<typeof itemSchema>) => ({ ...item, planted: `${PLANTED} ${item.sk}` });

/** A table in which one referral, stopped for want of agreement, has an item of every kind; and the nights that erase. */
export async function erasing(patch: Partial<EraseDeps> = {}) {
  const table = memoryTable(false);
  const stores = storesOver(table, () => new Uint8Array(8));
  const [pages, erased] = [new Set<string>(), createMemoryErasedList()];
  const files = createMemoryFiles(pages);
  const told: unknown[] = [];
  let now = '';
  const log = { info: () => {}, error: (event: string, fields = {}) => void told.push({ event, ...fields }) };
  const deps: EraseDeps = {
    ...{ ...stores, records: recordsToErase(table), files, erased, log, now: () => now },
    ...{ config: { retention: suggestedRetention }, policy: defaultPolicy },
    ...patch,
  };
  return {
    ...{ table, stores, deps, files, erased, pages, told },
    run: eraseRecords(deps),
    /** Runs the night before this day begins. */
    night: (on: string, changed: Partial<EraseDeps> = {}) => {
      now = `${on}T02:15:00.000Z`;
      return eraseRecords({ ...deps, ...changed })();
    },
    /** Stores this case with its referral, whose document is `file`. */
    put: async (theCase: Case, file = FILE) => {
      const { reference } = theCase;
      const body = { ...referralExample, evidence: [{ evidenceId: file }], planted: PLANTED };
      await stores.referrals.putReferral({ ...storedReferral(body), reference });
      await stores.cases.createCase({ ...theCase, version: 1 });
      files.put({ key: fileKey(file), id: file, at: theCase.receivedAt });
    },
    /** Stores an item of every kind that is about this referral. */
    putEveryKind: async (reference: string) => {
      for (const { file, item } of examples) {
        if (/^(referral|case|refused|support|todo)\./.test(file)) continue;
        if (item.pk.startsWith('REF#')) await table.put({ ...planted(item), pk: `REF#${reference}`, reference });
        else if (item.reference !== undefined) {
          await table.put({ ...planted(item), pk: `${item.pk}${reference}`, reference });
        }
      }
      pages.add(`${reference}/task/person/hash`);
    },
    /** Everything that is stored, as text. */
    all: async () => {
      const lines: string[] = [];
      for await (const item of table.all()) lines.push(JSON.stringify(item));
      return lines;
    },
  };
}

/** A case that ended for want of agreement, and may go on 22 October 2026. */
export const notAgreed = (reference: string): Case => ({
  ...stopped('NOT_ACCEPTED_NO_CONSENT', 'PARENT_DOES_NOT_AGREE'),
  reference,
});
