import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { generateSecret } from './generate-secret.ts';

type Answer = { status: number; body: string };

export type Secrets = {
  /** The secret exists when this returns; one that exists already keeps its value. */
  ensure(id: string, properties: unknown): void;
  handle(target: string, body: string): Answer;
  /** The value of one that exists. */
  valueOf(id: string): string;
};

const SCHEMA =
  'CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, arn TEXT, version TEXT, value TEXT, created_at INTEGER)';

const row = z.object({
  name: z.string(),
  arn: z.string(),
  version: z.string(),
  value: z.string(),
  created_at: z.number(),
});

const request = z.object({ SecretId: z.string() });

/** A Secrets Manager that makes each secret once and hands it out by name or ARN, as durable as its database. */
export function createSecrets({ database, now }: { database: DatabaseSync; now: () => number }): Secrets {
  database.exec(SCHEMA);
  const insert = database.prepare('INSERT INTO secret VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING');
  const select = database.prepare('SELECT * FROM secret WHERE name = ?');

  function getSecretValue(body: string): Answer {
    const asked = request.safeParse(parseJson(body));
    if (!asked.success) return refusal('InvalidParameterException', 'The request must name a SecretId.');
    const found = select.get(nameOf(asked.data.SecretId));
    if (!found) return refusal('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    const { name, arn, version, value, created_at } = row.parse(found);
    const answer = { ARN: arn, Name: name, VersionId: version, SecretString: value, VersionStages: ['AWSCURRENT'] };
    return { status: 200, body: JSON.stringify({ ...answer, CreatedDate: created_at / 1000 }) };
  }

  return {
    ensure: (id, properties) => {
      if (select.get(nameOf(id))) return;
      insert.run(nameOf(id), arnOf(id), randomUUID(), generateSecret(properties), now());
    },
    valueOf: (id) => row.parse(select.get(nameOf(id))).value,
    handle: (target, body) => {
      if (target === 'secretsmanager.GetSecretValue') return getSecretValue(body);
      return refusal('UnknownOperationException', `The local Secrets Manager does not have ${target}.`);
    },
  };
}

function refusal(code: string, message: string): Answer {
  return { status: 400, body: JSON.stringify({ __type: code, message }) };
}

function nameOf(id: string): string {
  return id.replace(/^arn:.*:secret:/, '');
}

function arnOf(id: string): string {
  return id.startsWith('arn:') ? id : `arn:aws:secretsmanager:eu-west-2:000000000000:secret:${id}`;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
