import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { Transient } from '#domain/problems/errors.ts';
import { INDEXES } from '#domain/process/indexes.ts';
import { type LocalDynamoDb, startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { newTable, openDynamoDb, reach } from './open-dynamodb.ts';
import { AT, aCase, decision, task } from './samples.ts';
import { hangingUp, jsonError, KEPT_BACK, servingAws } from './serving.ts';
import { storeContracts } from './stores.contract.ts';

let dynamoDb: LocalDynamoDb;

beforeAll(async () => {
  dynamoDb = await startDynamoDb({ folder: undefined, now: Date.now });
});
afterAll(() => dynamoDb.close());

describe('on the DynamoDB of this machine', () => {
  storeContracts(openDynamoDb(() => dynamoDb.endpoint));

  it('keeps two readings of the same instant beside each other, and under their referral', async () => {
    const tableName = await newTable(dynamoDb.endpoint);
    const { access } = createDynamoStores({ client: dynamoClient(reach(dynamoDb.endpoint)), tableName });
    const reading = { reference: 'REF1', at: AT, by: referrerActor('a@example.org'), what: 'REFERRAL' };
    await access.recordReading(reading);
    await access.recordReading(reading);
    expect(await dynamoDb.scanAll(tableName)).toHaveLength(2);
  });

  it('puts into each index what it is made to show, and nothing else of the item', async () => {
    const tableName = await newTable(dynamoDb.endpoint);
    const { cases } = createDynamoStores({ client: dynamoClient(reach(dynamoDb.endpoint)), tableName });
    await cases.createCase(aCase('REF1', { status: 'IN_TRIAGE', task: { ...task, decision } }));
    for (const name of ['work', 'due'] as const) {
      const [entry = {}] = await dynamoDb.scanAll(tableName, name);
      const { key, order, shows } = INDEXES[name];
      const known: string[] = ['pk', 'sk', key, order, ...shows];
      expect(Object.keys(entry)).toEqual(expect.arrayContaining(['pk', 'sk', key, order, 'reference', 'rowKind']));
      expect(Object.keys(entry).filter((attribute) => !known.includes(attribute))).toEqual([]);
    }
  });

  it('says where a corrupt item is, and never what is in it', async () => {
    const tableName = await newTable(dynamoDb.endpoint);
    const client = dynamoClient(reach(dynamoDb.endpoint));
    const Item = { pk: { S: 'REF#REF1' }, sk: { S: 'CASE' }, reference: { S: 'Robin Smith' }, version: { S: 'Robin' } };
    await new DynamoDBClient(reach(dynamoDb.endpoint)).send(new PutItemCommand({ TableName: tableName, Item }));
    const reason = await createDynamoStores({ client, tableName }).cases.readCase('REF1').catch(String);
    expect(reason).toContain('REF#REF1 / CASE');
    expect(reason).toContain('version');
    expect(reason).not.toContain('Robin');
  });
});

describe('what DynamoDB is asked', () => {
  const requestSchema = z.looseObject({ ConsistentRead: z.boolean().optional(), IndexName: z.string().optional() });

  async function recorded() {
    const requests: { target: string; request: z.infer<typeof requestSchema> }[] = [];
    const endpoint = await servingAws((target, body) => {
      requests.push({ target, request: requestSchema.parse(JSON.parse(body)) });
      return { status: 200, body: '{}' };
    });
    return { requests, stores: createDynamoStores({ client: dynamoClient(reach(endpoint)), tableName: 'a-table' }) };
  }

  it('is a consistent read of every item, one request each', async () => {
    const { requests, stores } = await recorded();
    await stores.referrals.readReferral('REF1');
    await stores.referrals.wasRefused('REF1');
    await stores.cases.readCase('REF1');
    await stores.cases.readCheck('REF1', 1);
    await stores.notices.readNotice('REF1', 'n1');
    await stores.notices.noticesOf('REF1');
    await stores.access.readLink('hash');
    await stores.access.readSession('hash');
    await stores.access.readChallenge('id');
    expect(requests).toHaveLength(9);
    expect(requests.map(({ request }) => request.ConsistentRead)).toEqual(requests.map(() => true));
  });

  it('is one conditional put for each step of a case', async () => {
    const { requests, stores } = await recorded();
    await stores.cases.createCase(aCase('REF1'));
    await stores.cases.saveCase(aCase('REF1', { version: 2 }));
    await stores.cases.saveCase(aCase('REF1', { version: 3 }), 'task-1');
    expect(requests.map(({ target }) => target)).toEqual(Array(3).fill('DynamoDB_20120810.PutItem'));
    expect(requests.map(({ request }) => request.ConditionExpression)).toEqual([
      'attribute_not_exists(#pk)',
      '#version = :v0',
      'attribute_not_exists(#task.#decision) AND #version = :v0 AND #task.#id = :v1',
    ]);
  });

  it('is a query of an index for every hint, and never a scan', async () => {
    const { requests, stores } = await recorded();
    await stores.indexes.due('CASE', AT, 5);
    await stores.indexes.due('NOTICE', AT, 5);
    await stores.indexes.due('DRAFT', AT, 5);
    await stores.indexes.list('PORTAGE_GROUP', 'Frome', 5);
    await stores.indexes.work('TRIAGE', 5);
    await stores.indexes.readingsOn('2026-09-24', 5);
    await stores.indexes.stopsIn('2026-09', 5);
    expect(requests.map(({ target }) => target)).toEqual(Array(7).fill('DynamoDB_20120810.Query'));
    const asked = requests.map(({ request }) => request.IndexName);
    expect(asked).toEqual(['due', 'due', 'due', 'list', 'work', 'log', 'log']);
  });
});

describe('a DynamoDB that does not answer as it should', () => {
  const storesAt = (endpoint: string) =>
    createDynamoStores({ client: dynamoClient({ ...reach(endpoint), maxAttempts: 1 }), tableName: 'a-table' });

  it('is transient when it is out of reach, for reads, writes and indexes alike', async () => {
    const { endpoint } = await hangingUp();
    const { cases, indexes, notices } = storesAt(endpoint);
    await expect(cases.readCase('REF1')).rejects.toThrow(Transient);
    await expect(cases.createCase(aCase('REF1'))).rejects.toThrow(Transient);
    await expect(indexes.due('CASE', AT, 1)).rejects.toThrow(Transient);
    await expect(notices.noticesOf('REF1')).rejects.toThrow(Transient);
  });

  it('is transient when no one listens', async () => {
    await expect(storesAt('http://127.0.0.1:1').cases.readCase('REF1')).rejects.toThrow(Transient);
  });

  it.each([
    ['throttles', jsonError(400, 'com.amazonaws.dynamodb.v20120810#ThrottlingException')],
    ['has no capacity left', jsonError(400, 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException')],
    ['fails inside', jsonError(500, 'com.amazonaws.dynamodb.v20120810#InternalServerError')],
    ['is behind a broken gateway', { status: 502, body: '<html>' }],
  ])('is transient when it %s', async (_, answer) => {
    const { cases } = storesAt(await servingAws(() => answer));
    await expect(cases.readCase('REF1')).rejects.toThrow(Transient);
  });

  it('is not transient when it refuses, and its message is kept back', async () => {
    const refusal = jsonError(400, 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException');
    const { cases } = storesAt(await servingAws(() => refusal));
    const reason = await cases.readCase('REF1').catch((error: unknown) => error);
    expect(reason).not.toBeInstanceOf(Transient);
    expect(String(reason)).toContain('ResourceNotFoundException');
    expect(String(reason)).not.toContain(KEPT_BACK);
  });
});
