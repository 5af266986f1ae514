import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const addresses = z.array(z.string());
const row = z.object({
  sent_to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  sent_at: z.string(),
});

export type Mail = { to: string[]; subject: string; text: string; html: string; sentAt: string };

/** Only the mails to this address, with this in their text. What is left out or empty narrows nothing. */
export type Wanted = { to?: string; about?: string };

export type Mailbox = { add(messageId: string, mail: Mail): void; all(wanted?: Wanted): Mail[] };

/** Every mail that was sent, oldest first, as durable as its database. */
export function openMailbox(database: DatabaseSync): Mailbox {
  database.exec(
    'CREATE TABLE IF NOT EXISTS mail (number INTEGER PRIMARY KEY, message_id TEXT NOT NULL, ' +
      'sent_to TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, sent_at TEXT NOT NULL)',
  );
  const insert = database.prepare(
    'INSERT INTO mail (message_id, sent_to, subject, text, html, sent_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  // The database leaves out the others: those who wait for a mail ask many times a second.
  const select = database.prepare(
    'SELECT sent_to, subject, text, html, sent_at FROM mail ' +
      'WHERE instr(sent_to, ?) > 0 AND instr(text, ?) > 0 ORDER BY number',
  );
  return {
    add: (messageId, { to, subject, text, html, sentAt }) => {
      insert.run(messageId, JSON.stringify(to), subject, text, html, sentAt);
    },
    all: ({ to = '', about = '' } = {}) =>
      select.all(to, about).map((each) => {
        const { sent_to, sent_at, ...parts } = row.parse(each);
        return { to: addresses.parse(JSON.parse(sent_to)), ...parts, sentAt: sent_at };
      }),
  };
}
