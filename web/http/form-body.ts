import type { HttpRequest } from './message.ts';

const MAX_BYTES = 64 * 1024;

export type FormBody =
  | { readonly fields: Readonly<Record<string, string>> }
  | { readonly status: 400 | 413 | 415; readonly message: string };

/** The fields of a posted form, line breaks as one newline. A field sent twice is refused: no page of ours does that. */
export function readForm(request: HttpRequest): FormBody {
  if (request.body.byteLength > MAX_BYTES) {
    return {
      status: 413,
      message: 'What was sent is longer than this page can take. Shorten the text and send it again.',
    };
  }
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const isEmpty = request.body.byteLength === 0;
  if (!isEmpty && type !== 'application/x-www-form-urlencoded') {
    return { status: 415, message: 'This page reads only what its own form sends.' };
  }
  const pairs = [...new URLSearchParams(new TextDecoder().decode(request.body))];
  const fields = new Map(pairs.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
  if (fields.size !== pairs.length) return { status: 400, message: 'The form was sent with one of its fields twice.' };
  return { fields: Object.fromEntries(fields) };
}
