import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ClockOff } from '#domain/ports/services.ts';
import { readPath } from '#domain/values/read-path.ts';
import { dynamoClient } from '../records/dynamodb/client.ts';
import { leaseKey } from '../records/keys.ts';
import { ask } from './ask.ts';

/**
 * By how much the clock of this function is ahead of that of AWS, in milliseconds; negative where it is behind. AWS says what time
 * it is with each answer. Undefined where the answer says none. Throws `Transient` when the table is out of reach.
 */
export function createClockOff(TableName: string, client = dynamoClient()): ClockOff {
  let answered: unknown;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      answered = readPath(answer.response, 'headers', 'date');
      return answer;
    },
    { step: 'deserialize', name: 'clockOff' },
  );
  return async () => {
    const request = new GetCommand({ TableName, Key: leaseKey('sweep') });
    const sent = Date.now();
    await ask('DynamoDB', () => client.send(request));
    const there = Date.parse(String(answered));
    // In the middle of the call, to the second in which AWS said so.
    return Number.isNaN(there) ? undefined : Math.round((sent + Date.now()) / 2) - there;
  };
}
