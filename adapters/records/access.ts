import { challengeSchema } from '#domain/people/challenge.ts';
import { linkSchema } from '#domain/people/link.ts';
import { readingSchema } from '#domain/people/reading.ts';
import { sessionSchema } from '#domain/people/session.ts';
import type { RandomBytes } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { challengeKey, linkKey, READING_PREFIX, readingKey, sessionKey } from './keys.ts';
import { linkEntries, readingEntries } from './log-entries.ts';
import { parseIfThere, parseItem } from './parse-item.ts';
import type { Condition, Table } from './table.ts';

const absent = { absent: ['pk'] };

export function accessStore(table: Table, random: RandomBytes): AccessStore {
  const at = (key: { pk: string; sk: string }) => table.get(key.pk, key.sk);
  return {
    putLink: async (link) => {
      await table.put({ ...linkKey(link.hash), ...link, ...linkEntries(link) });
    },
    readLink: async (hash) => parseIfThere(linkSchema, await at(linkKey(hash))),
    saveSession: (session) => table.put({ ...sessionKey(session.hash), ...session }, unchangedSince(session)),
    readSession: async (hash) => parseIfThere(sessionSchema, await at(sessionKey(hash))),
    readChallenge: async (id) => parseIfThere(challengeSchema, await at(challengeKey(id))),
    saveChallenge: (challenge) => {
      const item = { ...challengeKey(challenge.id), ...challenge };
      return table.put(item, unchangedSince(challenge));
    },
    recordReading: async (reading) => {
      const tail = Buffer.from(random(8)).toString('hex');
      const key = readingKey(reading.reference, reading.at, tail);
      await table.put({ ...key, ...reading, ...readingEntries(reading, tail) }, absent);
    },
    readingsOf: async (reference) => {
      const items = await table.under(readingKey(reference, '', '').pk, READING_PREFIX);
      return items.map((item) => parseItem(readingSchema, item));
    },
  };
}

function unchangedSince({ version }: { readonly version: number }): Condition {
  return version === 1 ? absent : { equals: { version: version - 1 } };
}
