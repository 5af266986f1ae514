// The part of dynalite 4.0.0 that local/dynamodb uses; the package carries no types.

declare module 'dynalite/db/index.js' {
  export type AttributeMap = Record<string, Record<string, unknown>>;
  export type BatchOperation = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string };
  export type Callback<Value = void> = (error: Error | null, value?: Value) => void;

  export type Index = { IndexName: string; KeySchema: { AttributeName: string; KeyType: string }[] };
  export type Table = {
    TableName: string;
    TableStatus: string;
    KeySchema: { AttributeName: string; KeyType: string }[];
    AttributeDefinitions: { AttributeName: string; AttributeType: string }[];
    GlobalSecondaryIndexes?: (Index & { IndexStatus?: string })[];
    LocalSecondaryIndexes?: Index[];
  };

  export type Level = {
    open(): Promise<void>;
    close(): Promise<void>;
    get(key: string): Promise<Table | undefined>;
    getSync<Value = Table>(key: string): Value | undefined;
    batch(operations: BatchOperation[], options: { sync: boolean }): Promise<void>;
    iterator(range: object): AsyncIterable<[key: string, value: unknown]>;
    keys(range?: object): AsyncIterable<string>;
    values(range?: object): AsyncIterable<unknown>;
    createKeyStream(range?: object): NodeJS.ReadableStream;
    createValueStream(range?: object): NodeJS.ReadableStream;
  };

  export type ItemDb = {
    get(key: string, callback: Callback<unknown>): void;
    put(key: string, value: unknown, callback: Callback): void;
    del(key: string, callback: Callback): void;
  };

  export type Store = {
    db: Level;
    getItemDb(tableName: string): ItemDb;
    getTable(tableName: string, ...rest: [Callback<Table>] | [checkStatus: boolean, Callback<Table>]): void;
  };

  type IndexActions = {
    puts: { index: string; key: string; item: object }[];
    deletes: { index: string; key: string }[];
  };

  /** The keys of a table or an index, without the prefix under which they stand. */
  export type Range = { gt?: string; gte?: string; lt?: string; lte?: string; limit?: number; reverse?: boolean };

  /** A query or scan as dynalite has checked it: its expressions are parsed. */
  export type PageRequest = {
    TableName: string;
    IndexName?: string;
    Limit?: number;
    Select?: string;
    _filter?: { expression: object };
    _projection?: { paths: object[] };
  };

  const db: {
    create(options: { path?: string; createTableMs: number; deleteTableMs: number; updateTableMs: number }): Store;
    createKey(item: object, table: Table): string;
    createIndexKey(item: object, table: Table, keySchema?: Index['KeySchema']): string;
    getIndexActions(
      indexes: Index[],
      existingItem: object | null | undefined,
      item: object | null | undefined,
      table: Table,
    ): IndexActions;
    itemSize(item: AttributeMap, compress: boolean, addMetaSize: boolean, rangeKey: string | undefined): number;
    matchesExprFilter(item: AttributeMap, expression: object): boolean;
    mapPaths(paths: object[], item: AttributeMap): AttributeMap;
    queryTable(
      store: Store,
      table: Table,
      data: PageRequest,
      options: Range,
      isLocal: boolean | undefined,
      fetchFromItemDb: boolean,
      startKeyNames: string[],
      callback: Callback<object>,
    ): void;
    updateIndexes(
      store: Store,
      table: Table,
      existingItem: object | null | undefined,
      item: object | null | undefined,
      callback: Callback,
    ): void;
  };
  export default db;
}

declare module 'dynalite/validations/index.js' {
  import type { Store } from 'dynalite/db/index.js';

  export type Rules = { types: object; custom?: unknown };
  const validations: {
    checkTypes(data: object, types: object): object;
    checkValidations(data: object, types: object, custom: unknown, store: Store): void;
  };
  export default validations;
}
