import { ONLY_OWN_FORM } from './form-body.ts';
import type { HttpRequest } from './message.ts';

/** In bytes: in base64 it just fits into what Lambda takes, which is 6 MB. */
export const MAX_FILE = 4 * 1024 * 1024;
/** The other fields, and what separates them. */
const MAX_REST = 64 * 1024;

export type FileBody =
  | {
      readonly fields: Readonly<Record<string, string>>;
      /** The bytes of each chosen file. Their names are not kept: they may name a child. */
      readonly files: readonly Uint8Array[];
    }
  | { readonly status: 400 | 413 | 415; readonly message: string };

export const ONE_ONLY = 'Select one file only';
export const TOO_LARGE = { status: 413, message: 'The selected file must be smaller than 4MB' } as const;
/** For a body that ended too early. */
export const CUT_OFF = 'Part of the file did not arrive. Select it again';

/** The fields of a posted form and its files, of at most 4 MB together. A field sent twice is refused. */
export async function readFileForm(request: HttpRequest): Promise<FileBody> {
  const { body, headers } = request;
  if (body.byteLength > MAX_FILE + MAX_REST) return TOO_LARGE;
  const type = headers['content-type'] ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'multipart/form-data') {
    return { status: 415, message: ONLY_OWN_FORM };
  }
  const form = await parse(body, type);
  if (form === undefined) return { status: 400, message: CUT_OFF };
  const entries = [...form];
  const fields = entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const files = entries.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]));
  if (new Map(fields).size !== fields.length) return { status: 400, message: ONE_ONLY };
  const chosen = files.filter(({ name, size }) => name !== '' || size > 0);
  if (chosen.reduce((sum, { size }) => sum + size, 0) > MAX_FILE) return TOO_LARGE;
  const bytes = await Promise.all(chosen.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  return { fields: Object.fromEntries(fields), files: bytes };
}

/** Node's own reader; undefined for a body that is cut off or follows no rule. */
async function parse(body: Uint8Array, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}
