import { describe, inject } from 'vitest';
import { openDynamoDb } from '#test/contract/open-dynamodb.ts';
import { storeContracts } from '#test/contract/stores.contract.ts';

describe('on the real DynamoDB Local', () => {
  storeContracts(openDynamoDb(() => inject('dynamoDbLocal')));
});
