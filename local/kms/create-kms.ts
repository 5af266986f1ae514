import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { keyArn } from './access.ts';

type Answer = { status: number; body: string };

export type Kms = {
  /** The key has its material when this returns; one that exists keeps it. A key for encryption has none here. */
  ensure(arn: string, properties: unknown): void;
  handle(target: string, body: string): Answer;
};

const SCHEMA = 'CREATE TABLE IF NOT EXISTS mac_key (arn TEXT PRIMARY KEY, material BLOB NOT NULL)';

const row = z.object({ material: z.instanceof(Uint8Array) });
const hmacKey = z.object({ KeySpec: z.literal('HMAC_256'), KeyUsage: z.literal('GENERATE_VERIFY_MAC') });
const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'));
const request = z.object({
  KeyId: z.string(),
  MacAlgorithm: z.string(),
  Message: bytes.refine(({ length }) => length >= 1 && length <= 4096),
  Mac: bytes.optional(),
});

/** A KMS of HMAC keys alone: it makes each once and never tells it, as durable and as private as its database. */
export function createKms({ database }: { database: DatabaseSync }): Kms {
  database.exec(SCHEMA);
  const insert = database.prepare('INSERT INTO mac_key VALUES (?, ?) ON CONFLICT (arn) DO NOTHING');
  const select = database.prepare('SELECT material FROM mac_key WHERE arn = ?');

  function answer(operation: string, body: string): Answer {
    const asked = request.safeParse(parseJson(body));
    if (!asked.success) return refusal('ValidationException', 'The request is not well formed.');
    const { KeyId, MacAlgorithm, Message, Mac } = asked.data;
    const arn = keyArn(KeyId);
    const found = select.get(arn);
    if (!found) return refusal('NotFoundException', `Key '${arn}' does not exist`);
    if (MacAlgorithm !== 'HMAC_SHA_256') {
      return refusal('InvalidKeyUsageException', `Algorithm ${MacAlgorithm} is incompatible with key spec HMAC_256.`);
    }
    const mac = createHmac('sha256', row.parse(found).material).update(Message).digest();
    const common = { KeyId: arn, MacAlgorithm };
    if (operation === 'GenerateMac') return told({ ...common, Mac: mac.toString('base64') });
    if (Mac === undefined) return refusal('ValidationException', 'The request names no Mac.');
    const isSame = Mac.length === mac.length && timingSafeEqual(Mac, mac);
    return isSame ? told({ ...common, MacValid: true }) : refusal('KMSInvalidMacException', '');
  }

  return {
    ensure: (arn, properties) => {
      if (hmacKey.safeParse(properties).success) insert.run(arn, randomBytes(32));
    },
    handle: (target, body) => {
      const operation = target.replace('TrentService.', '');
      if (operation === 'GenerateMac' || operation === 'VerifyMac') return answer(operation, body);
      return refusal('UnknownOperationException', `The local KMS does not have ${target}.`);
    },
  };
}

function told(body: object): Answer {
  return { status: 200, body: JSON.stringify(body) };
}

function refusal(code: string, message: string): Answer {
  return { status: 400, body: JSON.stringify({ __type: code, message }) };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
