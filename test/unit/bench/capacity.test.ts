import { describe, expect, test } from 'vitest';
import { itemSize } from '../../../bench/capacity/item-size.ts';
import { createMeter } from '../../../bench/capacity/meter.ts';
import { putUnits, readUnits } from '../../../bench/capacity/units.ts';

const text = (length: number) => ({ S: 'x'.repeat(length) });
const work = { name: 'work', keys: ['workKey', 'workDue'], attributes: ['workKey', 'workDue', 'pk', 'sk', 'status'] };

describe('the size of an item', () => {
  test.each([
    ['a text, in UTF-8 with its name', { name: { S: 'Zoë' } }, 4 + 4],
    ['a number, two digits a byte and one more', { n: { N: '12345' } }, 1 + 4],
    ['true, false and null, one byte each', { a: { BOOL: true }, b: { NULL: true } }, 1 + 1 + 1 + 1],
    ['a list, 3 and one for each member', { l: { L: [{ S: 'ab' }, { S: 'c' }] } }, 1 + 3 + (1 + 2) + (1 + 1)],
    ['a map, 3 and one for each member', { m: { M: { k: { S: 'ab' } } } }, 1 + 3 + (1 + 1 + 2)],
  ])('counts %s', (_what, item, size) => {
    expect(itemSize(item)).toBe(size);
  });

  test('of a type that the bench does not know is refused (malformed)', () => {
    expect(() => itemSize({ s: { SS: ['a'] } })).toThrow('A DynamoDB value of type SS has no size here yet.');
  });
});

describe('read units', () => {
  test.each([
    [0, true, 1],
    [4096, true, 1],
    [4097, true, 2],
    [4097, false, 1],
    [0, false, 0.5],
  ])('of %d bytes, consistent %o, are %d', (bytes, isConsistent, units) => {
    expect(readUnits(bytes, isConsistent)).toBe(units);
  });
});

describe('write units', () => {
  const key = { pk: { S: 'CASE#1' }, sk: { S: 'CASE' } };
  const entry = (due: string, status = 'RECEIVED') => ({
    ...key,
    workKey: { S: 'TRIAGE' },
    workDue: { S: due },
    status: { S: status },
  });

  test('of a new item are whole KB, one at least', () => {
    expect(putUnits(undefined, key, [work])).toBe(1);
    expect(putUnits(undefined, { ...key, body: text(1024) }, [work])).toBe(2);
  });

  test('of a replaced item are those of the larger one', () => {
    expect(putUnits({ ...key, body: text(3000) }, key, [])).toBe(3);
  });

  test.each([
    ['comes into an index', undefined, entry('2026-10-01'), 2],
    ['leaves an index', entry('2026-10-01'), key, 2],
    ['moves within an index', entry('2026-10-01'), entry('2026-10-02'), 3],
    ['changes what an index projects', entry('2026-10-01'), entry('2026-10-01', 'IN_TRIAGE'), 2],
    ['changes nothing that an index holds', entry('2026-10-01'), { ...entry('2026-10-01'), other: text(5) }, 1],
  ])('of an item that %s', (_what, before, after, units) => {
    expect(putUnits(before, after, [work])).toBe(units);
  });
});

describe('the meter', () => {
  const put = (length: number, status = 200) => ({
    action: 'PutItem',
    status,
    asked: JSON.stringify({ Item: { pk: { S: 'a' }, sk: { S: 'b' }, body: text(length) } }),
    answered: '{}',
  });

  test('remembers what a put replaces', () => {
    const meter = createMeter([]);
    expect(meter(put(2500))).toEqual({ read: 0, write: 3 });
    expect(meter(put(10))).toEqual({ read: 0, write: 3 });
    expect(meter(put(10))).toEqual({ read: 0, write: 1 });
  });

  test('counts a refused put by the item that stands in its way', () => {
    const meter = createMeter([]);
    meter(put(2500));
    expect(meter(put(10, 400))).toEqual({ read: 0, write: 3 });
    expect(meter(put(10))).toEqual({ read: 0, write: 3 });
  });

  test('counts all items of one query together', () => {
    const items = [{ pk: text(3000) }, { pk: text(3000) }];
    const query = { action: 'Query', status: 200, asked: '{}', answered: JSON.stringify({ Items: items }) };
    expect(createMeter([])(query)).toEqual({ read: 1, write: 0 });
  });

  test('counts each item of a batch by itself, and one that is not there as one unit', () => {
    const items = [{ pk: text(3000) }, { pk: text(5000) }];
    const batch = {
      ...{ action: 'BatchGetItem', status: 200 },
      asked: JSON.stringify({ RequestItems: { Records: { Keys: [{}, {}, {}], ConsistentRead: true } } }),
      answered: JSON.stringify({ Responses: { Records: items } }),
    };
    expect(createMeter([])(batch)).toEqual({ read: 1 + 2 + 1, write: 0 });
  });

  test('reads a scan by what it hands over, as a query', () => {
    const answered = JSON.stringify({ Items: [{ pk: { S: 'x'.repeat(5_000) } }] });
    const read = (action: string) => createMeter([])({ action, status: 200, asked: '{}', answered }).read;
    expect([read('Scan'), read('Query')]).toEqual([1, 1]);
  });

  test('refuses an action whose price it does not know (malformed)', () => {
    const unknown = { action: 'TransactGetItems', status: 200, asked: '{}', answered: '{}' };
    expect(() => createMeter([])(unknown)).toThrow('TransactGetItems');
  });
});
