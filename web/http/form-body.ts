import type { HttpRequest } from './message.ts';

const MAX_BYTES = 64 * 1024;

/** Of more than this nothing is read: no page of ours sends it, and it would not fit into an answer. */
const MAX_SHOWN = 1024 * 1024;

/** For a body of any other kind. */
export const ONLY_OWN_FORM = 'This page can only read its own form.';

/** What a form sent, by the names of its controls. */
export type FormFields = Readonly<Record<string, string>>;

export type FormBody =
  | { readonly fields: FormFields }
  /** `typed` is what can still be shown to someone who sent too much. */
  | { readonly status: 400 | 413 | 415; readonly message: string; readonly typed?: FormFields };

/** The fields of a posted form, line breaks as one newline. A field sent twice is refused: no page of ours does that. */
export function readForm(request: HttpRequest): FormBody {
  const { byteLength } = request.body;
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const isForm = byteLength === 0 || type === 'application/x-www-form-urlencoded';
  if (byteLength > MAX_BYTES) {
    const message = 'Your text is too long for this page. Shorten it and send it again.';
    const isShown = isForm && byteLength <= MAX_SHOWN;
    return { status: 413, message, ...(isShown && { typed: Object.fromEntries(pairsIn(request)) }) };
  }
  if (!isForm) return { status: 415, message: ONLY_OWN_FORM };
  const pairs = pairsIn(request);
  const fields = new Map(pairs);
  if (fields.size !== pairs.length) return { status: 400, message: 'The form sent one of its fields twice.' };
  return { fields: Object.fromEntries(fields) };
}

function pairsIn({ body }: HttpRequest): (readonly [string, string])[] {
  const pairs = [...new URLSearchParams(new TextDecoder().decode(body))];
  return pairs.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')] as const);
}
