import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import type { Case } from '#domain/case/case.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { orderKey } from '#domain/lists/order.ts';
import { startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { newTable, reach } from '#test/contract/open-dynamodb.ts';
import { AT, aCase } from '#test/contract/samples.ts';
import { readLists } from '#tools/lists.ts';

const now = () => Date.parse(AT);
let dynamodb: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  dynamodb = await startDynamoDb({ folder: undefined, now });
});
afterAll(() => dynamodb.close());

function waiting(reference: string, differs: Partial<ListEntry> = {}, changes: Partial<Case> = {}): Case {
  const place = { pathway: 'INITIAL_ASSESSMENT', locality: 'Chard', suggestedBand: 2, band: null } as const;
  const list = { ...place, acceptedOn: '2026-09-24', targetOn: '2027-03-24', order: '', ...differs };
  const order = orderKey({ ...list, band: list.band ?? list.suggestedBand, referredAt: AT, reference });
  return aCase(reference, { status: 'ON_WAITING_LIST', list: { ...list, order }, ...changes });
}

async function listsOf(cases: readonly Case[]) {
  const tableName = await newTable(dynamodb.endpoint);
  const stores = createDynamoStores({ client: dynamoClient(reach(dynamodb.endpoint)), tableName });
  for (const one of cases) await stores.cases.createCase(one);
  return readLists(dynamodb.endpoint, tableName, now);
}

describe('the lists of a running instance', () => {
  test('are none while no one waits, and hold no one who was accepted once and waits no more', async () => {
    expect(await listsOf([])).toEqual([]);
    expect(await listsOf([waiting('GONE', {}, { status: 'WITHDRAWN' })])).toEqual([]);
  });

  test('stand in their order, each position with its explanation, what is suggested apart from what is confirmed', async () => {
    const lists = await listsOf([
      waiting('SECOND', { suggestedBand: 2, band: 1 }),
      waiting('THIRD'),
      waiting('FIRST', { suggestedBand: null }),
    ]);

    const asOf = { pathway: 'INITIAL_ASSESSMENT', locality: 'Chard', asOf: AT };
    expect(lists).toEqual([{ ...asOf, children: [expect.anything(), expect.anything(), expect.anything()] }]);
    expect(lists[0]?.children.map(({ explanation: _, ...rest }) => rest)).toEqual([
      { position: 1, reference: 'FIRST', band: null, suggestedBand: null, targetOn: '2027-03-24' },
      { position: 2, reference: 'SECOND', band: 1, suggestedBand: 2, targetOn: '2027-03-24' },
      { position: 3, reference: 'THIRD', band: null, suggestedBand: 2, targetOn: '2027-03-24' },
    ]);
    expect(lists[0]?.children[2]?.explanation).toContain('3rd of 3: band 2');
  });

  test('are one for each pathway in each locality', async () => {
    const lists = await listsOf([
      waiting('A', { locality: 'Frome' }),
      waiting('B'),
      waiting('C', { pathway: 'PORTAGE_GROUP' }),
    ]);

    expect(lists.map(({ pathway, locality }) => `${pathway} ${locality}`)).toEqual([
      'INITIAL_ASSESSMENT Frome',
      'INITIAL_ASSESSMENT Chard',
      'PORTAGE_GROUP Chard',
    ]);
  });
});
