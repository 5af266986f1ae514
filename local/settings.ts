import type { DatabaseSync } from 'node:sqlite';

/** A number that outlives the process, kept in the store under its name. */
export type Setting = { read(): number | undefined; write(value: number): void };

export function setting(database: DatabaseSync, name: string): Setting {
  database.exec('CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL)');
  const select = database.prepare('SELECT value FROM setting WHERE name = ?');
  const upsert = database.prepare(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    read: () => {
      const value = select.get(name)?.value;
      return typeof value === 'number' ? value : undefined;
    },
    write: (value) => {
      upsert.run(name, Math.floor(value));
    },
  };
}
