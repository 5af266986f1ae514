import { describe, expect, test } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Item } from '#adapters/records/table.ts';
import { ITEM_VERSION } from '#adapters/records/version.ts';
import { COPY, INDEXES } from '#domain/process/indexes.ts';
import { testRandom } from '#test/http/doubles.ts';
import { type Example, examples } from './stored-examples/examples.ts';
import { kinds } from './stored-examples/kinds.ts';
import { rewrites } from './stored-examples/rewrites.ts';

describe('the examples of what is stored', () => {
  test.each(kinds)('one stands there of the kind %s (a new kind without an example)', (kind) => {
    const missing = `Store one by test/contract/stored-examples/store.ts and run \`npm run examples\`: ${kind}`;
    expect(
      examples.filter((one) => one.kind === kind),
      missing,
    ).not.toEqual([]);
  });

  test.each(kinds)('what reads and rewrites the kind %s is said', (kind) => {
    expect(Object.keys(rewrites)).toContain(kind);
  });

  test('each stands under a key of its kind and in the folder of its version', () => {
    const wrong = examples.filter(({ kind, version, item }) => {
      const isOfKind = item.sk.split('#')[0] === kind.toUpperCase() || item.pk === kind.toUpperCase();
      return !isOfKind || item.v !== version || version > ITEM_VERSION;
    });
    expect(wrong).toEqual([]);
  });
});

/** Without what indexes show: that is worked out anew with each write, and may be more in a later release. */
function withoutIndexes(item: Item | undefined) {
  const entries = new Set<string>(Object.values(INDEXES).flatMap(({ key, order }) => [key, order]));
  return Object.fromEntries(Object.entries(item ?? {}).filter(([name]) => !entries.has(name) && !COPY.test(name)));
}

/** An item with the one code that has another name since: `NOTIFY` was `TELL`. All else must come back as it was. */
const renamed = (item: Item): Item => (item.next === 'TELL' ? { ...item, next: 'NOTIFY' } : item);

/** The stored item once today's code has read it and written it back; no condition keeps it from writing. */
async function rewritten({ kind, item }: Example) {
  const memory = memoryTable(false);
  await memory.put(item);
  const puts: Item[] = [];
  const put = (changed: Item) => {
    puts.push(changed);
    return memory.put(changed);
  };
  await rewrites[kind]?.(storesOver({ ...memory, put }, testRandom()), item);
  return { after: await memory.get(item.pk, item.sk), isWrittenBack: puts.length > 0 };
}

describe('what an earlier or the present release has stored', () => {
  test.each(examples)('$name of version $version is read and written back without losing anything', async (example) => {
    const { after, isWrittenBack } = await rewritten(example);
    const { item, version } = example;
    const expected = { ...renamed(item), v: isWrittenBack ? ITEM_VERSION : version };
    expect(withoutIndexes(after)).toEqual(withoutIndexes(expected));
  });

  test.each(examples)('$name of version $version keeps what a later release has added', async (example) => {
    const item = {
      ...example.item,
      v: ITEM_VERSION + 1,
      added: example.item.added ?? 'later',
      later: { code: 'LATER' },
    };
    const { after } = await rewritten({ ...example, item });
    expect(withoutIndexes(after)).toEqual(withoutIndexes(renamed(item)));
  });
});
