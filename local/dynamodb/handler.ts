import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Store } from 'dynalite/db/index.js';
import * as z from 'zod';
import { createFaults, type Faults, PLANNED, statusOf } from '../faults/faults.ts';
import type { Access } from '../iam/access.ts';
import { signingKey } from '../iam/access-key.ts';
import { refused } from './access.ts';
import { type Answer, failure, runOperation } from './operations.ts';

const bodyOf = z.preprocess((body) => parseJson(String(body)), z.looseObject({}));

/** Answers every request that `access` allows (each, without one), carries the simulated time in `Date`, and survives a caller that goes away half way. */
export function dynamoDbHandler(
  store: Store,
  now: () => number,
  access: Access | undefined,
  faults: Pick<Faults, 'meet'> = createFaults(),
): RequestListener {
  return (request, response) => {
    void answer(store, access, faults, request)
      .then((result) => send(response, result, now()))
      .catch(() => request.destroy());
  };
}

async function answer(
  store: Store,
  access: Access | undefined,
  faults: Pick<Faults, 'meet'>,
  request: IncomingMessage,
): Promise<Answer> {
  const [version, operation] = String(request.headers['x-amz-target'] ?? '').split('.');
  const input = bodyOf.safeParse(await text(request));
  if (version !== 'DynamoDB_20120810' || !operation) {
    return failure(400, 'UnknownOperationException', 'The header X-Amz-Target names no DynamoDB operation');
  }
  if (!input.success) return failure(400, 'SerializationException', 'The body is not a JSON object');
  const caller = access?.caller(signingKey(request))?.name;
  const error = await faults.meet({ service: 'dynamodb', operation, function: caller });
  if (error !== undefined) return failure(statusOf(error), error, PLANNED);
  return refused(access, request, operation, input.data) ?? runOperation(store, operation, input.data);
}

function send(response: ServerResponse, { status, body }: Answer, now: number): void {
  const payload = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(payload),
    date: new Date(now).toUTCString(),
  });
  response.end(payload);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
