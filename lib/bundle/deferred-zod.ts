/**
 * Stands in a bundle for zod as our own modules import it. What they make is a schema of zod, built when it is first
 * asked for anything. A function declares some 1,800 schemas while it loads, and one call needs few of them.
 */
import * as zod from 'zod';

/** What only makes one schema of another. Anything else that is asked of a schema builds it. */
const MAKE_ANOTHER: ReadonlySet<PropertyKey> = new Set([
  'array',
  'brand',
  'catch',
  'default',
  'exclude',
  'extend',
  'max',
  'meta',
  'min',
  'multipleOf',
  'nullable',
  'omit',
  'optional',
  'overwrite',
  'partial',
  'pipe',
  'refine',
  'regex',
  'toUpperCase',
  'transform',
  'trim',
]);

/** A schema that is built by the first who asks it for anything but another schema. */
function deferred<Schema extends object>(build: () => Schema): Schema {
  let built: Schema | undefined;
  const schema = () => {
    built ??= build();
    return built;
  };
  const blank: Schema = Object.create(null);
  return new Proxy(blank, {
    get: (_, key) => {
      if (built !== undefined || !MAKE_ANOTHER.has(key)) return Reflect.get(schema(), key);
      return (...given: unknown[]) => {
        const another = () => call(schema(), key, given);
        // Without an argument `meta` tells what the schema says of itself.
        return key === 'meta' && given.length === 0 ? another() : deferred(another);
      };
    },
    has: (_, key) => Reflect.has(schema(), key),
    getPrototypeOf: () => Reflect.getPrototypeOf(schema()),
  });
}

function call(schema: object, key: PropertyKey, given: readonly unknown[]) {
  const method: unknown = Reflect.get(schema, key);
  if (typeof method !== 'function') throw new TypeError(`A schema has no ${String(key)}.`);
  return Reflect.apply(method, schema, given);
}

function deferring<Given extends unknown[], Schema extends object>(build: (...given: Given) => Schema) {
  return (...given: Given): Schema => deferred(() => build(...given));
}

export const array = /* @__PURE__ */ deferring(zod.array);
export const boolean = /* @__PURE__ */ deferring(zod.boolean);
export const custom = /* @__PURE__ */ deferring(zod.custom);
export const discriminatedUnion = /* @__PURE__ */ deferring(zod.discriminatedUnion);
export const email = /* @__PURE__ */ deferring(zod.email);
export const int = /* @__PURE__ */ deferring(zod.int);
export const literal = /* @__PURE__ */ deferring(zod.literal);
export const looseObject = /* @__PURE__ */ deferring(zod.looseObject);
export const number = /* @__PURE__ */ deferring(zod.number);
export const object = /* @__PURE__ */ deferring(zod.object);
export const preprocess = /* @__PURE__ */ deferring(zod.preprocess);
export const record = /* @__PURE__ */ deferring(zod.record);
export const strictObject = /* @__PURE__ */ deferring(zod.strictObject);
export const string = /* @__PURE__ */ deferring(zod.string);
export const union = /* @__PURE__ */ deferring(zod.union);
export const unknown = /* @__PURE__ */ deferring(zod.unknown);
export const url = /* @__PURE__ */ deferring(zod.url);

const codes = /* @__PURE__ */ deferring((given: readonly string[], error?: string) => zod.enum(given, error));

export { codes as enum };

export const iso = {
  ...zod.iso,
  date: /* @__PURE__ */ deferring(zod.iso.date),
  datetime: /* @__PURE__ */ deferring(zod.iso.datetime),
};

export const prettifyError = zod.prettifyError;
export const ZodArray = zod.ZodArray;
export const ZodDefault = zod.ZodDefault;
export const ZodEnum = zod.ZodEnum;
export const ZodError = zod.ZodError;
export const ZodNullable = zod.ZodNullable;
export const ZodObject = zod.ZodObject;
export const ZodOptional = zod.ZodOptional;
export const ZodType = zod.ZodType;
