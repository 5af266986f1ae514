import * as z from 'zod';
import { type IncomingMail, incomingMailSchema } from '#domain/mail/incoming-mail.ts';
import type { IncomingMailStore } from '#domain/ports/mail-stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import { stored } from '#domain/values/stored.ts';
import { mailEntries } from './entries.ts';
import { mailKey, sameMailKey } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import type { Item, Table } from './table.ts';

const sameMailSchema = stored({ id: z.string() });

export function incomingMailStore(table: Table): IncomingMailStore {
  return {
    createMail: (mail) => table.put(mailItem(mail), { absent: ['pk'] }),
    readMail: async (id) => {
      const { pk, sk } = mailKey(id);
      return parseIfThere(incomingMailSchema, await table.get(pk, sk));
    },
    saveMail: (mail) => table.put(mailItem(mail), { equals: { version: mail.version - 1 } }),
    firstOf: async (sameAs, id) => {
      const key = sameMailKey(sameAs);
      if (await table.put({ ...key, id }, { absent: ['pk'] })) return id;
      const first = parseIfThere(sameMailSchema, await table.get(key.pk, key.sk));
      if (!first) throw new Transient('The first email with this content cannot be read yet.');
      return first.id;
    },
  };
}

function mailItem(mail: IncomingMail): Item {
  return { ...mailKey(mail.id), ...mail, ...mailEntries(mail) };
}
