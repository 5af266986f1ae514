import type { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';
import { inTransaction } from './step-functions/store-transaction.ts';

/** The simulated time: this machine's time plus an offset that only grows, kept in the store. */
export type Clock = {
  now(): number;
  /** Moves to `at` (ms) if that is later than now. `also` is kept in the same write; without a move it is not called. */
  moveTo(at: number, also?: () => void): void;
  /** The offset in ms as one BigInt64, shared with the threads of the functions. */
  offset: SharedArrayBuffer;
};

/** What `--now` asks for: an instant in ms, and how exactly it was given. */
export type RequestedTime = { at: number; precisionMs: number };

export function openClock(database: DatabaseSync, requested: RequestedTime | undefined): Clock {
  database.exec('CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset_ms INTEGER NOT NULL)');
  const offset = new SharedArrayBuffer(8);
  const view = new BigInt64Array(offset);
  const save = database.prepare(
    'INSERT INTO clock VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET offset_ms = excluded.offset_ms',
  );
  const now = () => Date.now() + Number(Atomics.load(view, 0));

  const stored = database.prepare('SELECT offset_ms FROM clock').get()?.offset_ms;
  if (typeof stored === 'number') Atomics.store(view, 0, BigInt(stored));

  const setTo = (at: number, also = () => {}) => {
    const ahead = Math.ceil(at - Date.now());
    inTransaction(database, () => {
      also();
      save.run(ahead);
    });
    Atomics.store(view, 0, BigInt(ahead));
  };
  if (requested !== undefined) {
    if (typeof stored === 'number' && requested.at + requested.precisionMs <= now()) {
      throw new StartError(
        `--now ${iso(requested.at)} is earlier than ${iso(now())}, the time that this data folder has reached. Time only goes forwards: leave --now out, or use another --data folder.`,
      );
    }
    if (typeof stored !== 'number' || requested.at > now()) setTo(requested.at);
  } else if (typeof stored !== 'number') {
    setTo(Date.now());
  }
  return {
    now,
    offset,
    moveTo: (at, also) => {
      if (at > now()) setTo(at, also);
    },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
