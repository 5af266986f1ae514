import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { memoryTable } from '#adapters/memory/table.ts';
import { caseKey, noticeKey, supportKey } from '#adapters/records/keys.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { CONSOLE_AT, CONSOLE_QUEUES, caseAt, queueAt } from '#web/console/address.ts';
import { reference, storedReferral } from '../records.ts';
import { consoleWorld } from './world.ts';

const PLANTED = 'zebrafish';
/** Under these names stands what people typed or who they are, however short it is. */
const TYPED =
  /^(text|name|names|mailbox|email|phone|address|reason|message|question|where|note|words|said|deciderName|secondName|firstName|lastName)$/;

/** The same with every text that is no code, id or instant replaced by one that can be found. */
function planted(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return TYPED.test(name) || /[ @]/.test(value) ? `${PLANTED} ${value.length}` : value;
  if (Array.isArray(value)) return value.map((one) => planted(one, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, planted(one, key)]));
}

const itemSchema = z.looseObject({ pk: z.string(), sk: z.string() });
const folder = new URL('../../contract/stored-examples/1/', import.meta.url);
const examplesOf = (kind: string) =>
  readdirSync(folder)
    .filter((file) => file.startsWith(`${kind}.`))
    .map((file) => [file, itemSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))] as const);

it('shows nothing of what was sent, typed or corrected, in whatever state a case or a support is', async () => {
  const table = memoryTable(false);
  const world = await consoleWorld({ stores: storesOver(table, (count) => randomBytes(count)) });
  const using = await world.as('OPERATOR');
  const shown: string[] = [];
  let pages = 0;
  const look = async (what: string, path: string) => {
    const { status, body } = await using.get(path);
    pages += status === 200 ? 1 : 0;
    if (status !== 200) shown.push(`${what} answered ${status}`);
    if (body.includes(PLANTED))
      shown.push(`${what}: ${body.slice(body.indexOf(PLANTED) - 80, body.indexOf(PLANTED) + 40)}`);
  };
  const put = async (item: z.infer<typeof itemSchema>) => {
    const { pk, sk } = item;
    await table.put({ ...Object(planted(item)), pk, sk });
  };
  await world.stores.referrals.putReferral(storedReferral(planted(referralExample)));
  for (const [what, item] of examplesOf('case')) {
    await put({ ...item, ...caseKey(reference), reference, sealed: undefined });
    await look(what, caseAt(reference));
  }
  for (const [what, item] of examplesOf('support')) {
    await put({ ...item, ...supportKey(reference), reference, sealed: undefined });
    await look(what, caseAt(reference));
  }
  for (const [what, item] of examplesOf('notice')) {
    await put({ ...item, ...noticeKey(reference, String(item.id)), reference });
    await look(what, caseAt(reference));
  }
  await look('the front page', CONSOLE_AT);
  for (const queue of CONSOLE_QUEUES) await look(queue, queueAt(queue));
  expect(shown).toEqual([]);
  expect(pages).toBeGreaterThan(100);
});
