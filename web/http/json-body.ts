import { findTrouble } from './json-trouble.ts';
import type { HttpRequest } from './message.ts';

const MAX_BYTES = 64 * 1024;

export interface BodyRefusal {
  readonly status: 400 | 413 | 415;
  readonly code: string;
  readonly message: string;
}

export type JsonBody = { readonly value: Readonly<Record<string, unknown>> } | { readonly refusal: BodyRefusal };

/** The JSON object in a request, or why there is none: too large first, then the wrong type, then malformed. */
export function readJsonObject(request: HttpRequest): JsonBody {
  if (request.body.byteLength > MAX_BYTES) {
    return refused(
      413,
      'BODY_TOO_LARGE',
      'The request is larger than 64 KB. Upload documents as evidence instead of putting them into the referral.',
    );
  }
  if (!isJson(request.headers['content-type'])) {
    return refused(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the request with the header Content-Type: application/json, in UTF-8.',
    );
  }
  const text = utf8(request.body);
  if (text === undefined) return malformed('it is not UTF-8 text');
  const value = parse(text);
  if (value === undefined) return malformed('it does not follow the rules of JSON');
  const trouble = findTrouble(text);
  if (trouble) return malformed(trouble);
  return isObject(value) ? { value } : malformed('it must be one JSON object, in braces');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(status: BodyRefusal['status'], code: string, message: string): JsonBody {
  return { refusal: { status, code, message } };
}

function malformed(why: string): JsonBody {
  return refused(
    400,
    'MALFORMED_JSON',
    `We cannot read the body of the request, because ${why}. We stored nothing. Correct it and send it again.`,
  );
}

function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  return type === 'application/json' && (charset === undefined || /^"?utf-?8"?$/.test(charset));
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
