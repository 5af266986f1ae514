import type { DatabaseSync } from 'node:sqlite';
import { mapped, text } from './store-row.ts';

/** Keeps each definition under its machine and its hash; what is kept is never replaced. */
export function definitionStatements(database: DatabaseSync) {
  const keep = database.prepare(
    'insert or ignore into sfn_definitions (machine_arn, hash, name, definition) values (?, ?, ?, ?)',
  );
  const definition = database.prepare(
    'select name, definition from sfn_definitions where machine_arn = ? and hash = ?',
  );
  return {
    keepDefinition: (machineArn: string, hash: string, name: string, source: string): void => {
      keep.run(machineArn, hash, name, source);
    },
    definition: (machineArn: string, hash: string) =>
      mapped(definition.get(machineArn, hash), (row) => ({
        name: text(row, 'name'),
        definition: text(row, 'definition'),
      })),
  };
}
