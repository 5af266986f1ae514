export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

/** What a state may pass to the next, and what a request may carry, in bytes of UTF-8. */
export const PAYLOAD_LIMIT = 262_144;

export function parseJson(text: string): Json {
  return JSON.parse(text);
}

export function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function bytesOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
