import { createHash } from 'node:crypto';
import { sha256 } from '#domain/values/hash.ts';
import type { HttpResponse } from '../http/message.ts';
import { keepScript } from '../layout/templates.ts';

const name = `keep-form-${sha256(keepScript).slice(0, 12)}.js`;

/** Where the script lies, below the base. Its name changes with its content. */
export const keepScriptPath = `/assets/${name}`;
/** A browser runs it only where it is this text. */
export const keepScriptIntegrity = `sha384-${createHash('sha384').update(keepScript).digest('base64')}`;

/** The script under its own name. No page of an older name runs another text, so an older name is not served. */
export function getKeepScript(file: string): HttpResponse | undefined {
  if (file !== name) return undefined;
  const caching = 'public, max-age=31536000, immutable';
  return {
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': caching },
    body: keepScript,
  };
}
