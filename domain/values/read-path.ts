/**
 * The value at a path of an unknown value, or undefined. Reads one field of a body whose other fields may be wrong.
 * Only own members are followed; never throws.
 */
export function readPath(input: unknown, ...path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The list at a path of something unknown, or an empty one. */
export function readListAt(input: unknown, ...path: readonly PropertyKey[]): readonly unknown[] {
  const value = readPath(input, ...path);
  return Array.isArray(value) ? value : [];
}
