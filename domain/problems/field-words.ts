import * as z from 'zod';

/** How to speak of a field to the person who filled it in. */
export interface FieldWords {
  readonly title: string;
  readonly hint: string;
}

/**
 * The words of the field at a path: the schema's own title and description where it has them, else the field's name. A field
 * inside a list is named with its entry: "Assessment 2, Area of development".
 */
export function fieldWords(schema: z.ZodType, path: readonly PropertyKey[]): FieldWords {
  let node: unknown = schema;
  let title = '';
  let entry = '';
  for (const key of path) {
    node = inside(node, key);
    title = metaOf(node)?.title ?? (typeof key === 'number' ? title : nameInWords(String(key)));
    if (typeof key === 'number') entry = `${title} ${key + 1}`;
  }
  const full = typeof path.at(-1) === 'number' ? entry : [entry, title].filter((part) => part !== '').join(', ');
  return { title: full, hint: metaOf(node)?.description ?? '' };
}

/** What the schema says of itself, or of what it makes optional. */
export function metaOf(node: unknown): z.core.GlobalMeta | undefined {
  return node instanceof z.ZodType ? (node.meta() ?? metaOf(unwrapped(node))) : undefined;
}

/** The schema without what makes it optional: of an object or a list, the one that knows its members. */
export function bareSchema(node: unknown): unknown {
  const inner = unwrapped(node);
  return inner === undefined ? node : bareSchema(inner);
}

function unwrapped(node: unknown): unknown {
  const wraps = node instanceof z.ZodOptional || node instanceof z.ZodNullable || node instanceof z.ZodDefault;
  return wraps ? node.unwrap() : undefined;
}

/** What the schema says at a path, without what only makes it optional; undefined where it says nothing. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  return bareSchema(nodeAt(schema, path));
}

/** Whether what stands at a path may be left out. */
export function isOptionalAt(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  return unwrapped(nodeAt(schema, path)) !== undefined;
}

function nodeAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(inside, schema);
}

function inside(node: unknown, key: PropertyKey): unknown {
  const bare = bareSchema(node);
  if (bare instanceof z.ZodArray) return bare.element;
  if (bare instanceof z.ZodObject) return Object.hasOwn(bare.shape, key) ? Reflect.get(bare.shape, key) : undefined;
  return undefined;
}

/** A field's name as words: `fileName` becomes "File name". */
function nameInWords(key: string): string {
  const words = key
    .slice(0, 80)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
