// Where dynalite 4.0.0 keeps things in its one LevelDB; dynalite itself keeps these prefixes to itself.

export function tableKey(tableName: string): string {
  return `table~${tableName}`;
}

export function itemPrefix(tableName: string): string {
  return `item-${tableName}~`;
}

export function indexPrefix(kind: 'Local' | 'Global', tableName: string, indexName: string): string {
  return `index-${kind.toLowerCase()}~${tableName}~${indexName}~`;
}

export function rangeOf(prefix: string): { gte: string; lt: string } {
  return { gte: prefix, lt: `${prefix}\xFF` };
}
