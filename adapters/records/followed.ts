import { followedSchema } from '#domain/case/followed.ts';
import type { FollowedStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import { FOLLOWED_PREFIX, followedKey } from './keys.ts';
import { parseIfThere, parseItem } from './parse-item.ts';
import type { Table } from './table.ts';

const ATTEMPTS = 10;

export function followedStore(table: Table): FollowedStore {
  return {
    noteFollowed: async (mailboxHash, followed) => {
      const key = followedKey(mailboxHash, followed.receivedAt, followed.reference);
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const before = parseIfThere(followedSchema, await table.get(key.pk, key.sk));
        if (before && before.asOf >= followed.asOf) return;
        const { isLost: _lost, isHeld: _held, ...kept } = before ?? {};
        const condition = before ? { equals: { asOf: before.asOf } } : { absent: ['pk'] };
        if (await table.put({ ...key, ...kept, ...followed }, condition)) return;
      }
      throw new Transient('An entry of a mailbox changed too often to be kept.');
    },
    followedBy: async (mailboxHash, limit, after) => {
      const { pk } = followedKey(mailboxHash, '', '');
      const before = after && followedKey(mailboxHash, after.receivedAt, after.reference).sk;
      const items = await table.underReversed(pk, FOLLOWED_PREFIX, limit, before);
      return items.map((item) => parseItem(followedSchema, item));
    },
  };
}
