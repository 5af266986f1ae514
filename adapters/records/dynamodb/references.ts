import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { References } from '#domain/ports/seals.ts';
import { ask } from '../../aws/ask.ts';
import { caseKey, checkKey, partKey, referenceOf, supportKey, TODO_PREFIX } from '../keys.ts';
import { dynamoClient } from './client.ts';

const keySchema = z.object({ pk: z.string() });

interface Settings {
  readonly tableName: string;
  readonly client?: DynamoDBDocumentClient;
}

const ofCases = { FilterExpression: 'sk = :case', ExpressionAttributeValues: { ':case': caseKey('').sk } };
const prefixOf = ({ sk }: { readonly sk: string }) => sk.slice(0, sk.indexOf('#') + 1);
/** What is stored of a referral only once it has a case. */
const ofParts = {
  FilterExpression:
    'sk IN (:case, :support) OR begins_with(sk, :check) OR begins_with(sk, :part) OR begins_with(sk, :todo)',
  ExpressionAttributeValues: {
    ':case': caseKey('').sk,
    ':support': supportKey('').sk,
    ':check': prefixOf(checkKey('', 1)),
    ':part': prefixOf(partKey('', 1)),
    ':todo': TODO_PREFIX,
  },
};

/** The reference of every case in a table, as DynamoDB gives them. Consistent; it is charged for all that the table holds. */
export function createReferences(settings: Settings): References {
  return scanned(settings, ofCases);
}

/** The same, and the reference of every case that is gone while something of it is left. A reference may come more than once. */
export function createReferencesOfAnyPart(settings: Settings): References {
  return scanned(settings, ofParts);
}

function scanned(
  { tableName: TableName, client = dynamoClient() }: Settings,
  filter: typeof ofCases | typeof ofParts,
): References {
  return async function* references() {
    let from: Record<string, unknown> | undefined;
    do {
      const page = new ScanCommand({
        TableName,
        ConsistentRead: true,
        ...filter,
        ProjectionExpression: 'pk',
        ...(from && { ExclusiveStartKey: from }),
      });
      const { Items = [], LastEvaluatedKey } = await ask('DynamoDB', () => client.send(page));
      yield* Items.map((item) => referenceOf(keySchema.parse(item).pk));
      from = LastEvaluatedKey;
    } while (from !== undefined);
  };
}
