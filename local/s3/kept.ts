export type Kept<Value> = {
  /** What is read under this name; undefined where nothing is. */
  get(name: string): Promise<Value | undefined>;
  /** What is under this name changes: it is to be read anew. Say so before the change and after it. */
  changed(name: string): void;
};

/** Reads what no one else changes, each name once until it is said to change. */
export function keptUntilChanged<Value>(read: (name: string) => Promise<Value | undefined>): Kept<Value> {
  const known = new Map<string, Value>();
  let changes = 0;
  return {
    get: async (name) => {
      const kept = known.get(name);
      if (kept !== undefined) return kept;
      const before = changes;
      const value = await read(name);
      // What was read while something was written may be of before it.
      if (value !== undefined && before === changes) known.set(name, value);
      return value;
    },
    changed: (name) => {
      changes += 1;
      known.delete(name);
    },
  };
}
