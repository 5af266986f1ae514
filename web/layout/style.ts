import { sha256 } from '#domain/values/hash.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { Parameters } from '../http/router.ts';
import { styleSheet } from './templates.ts';

const name = `small-steps-${sha256(styleSheet).slice(0, 12)}.css`;

/** Its name changes with its content, so browsers may keep it for ever. */
export const styleSheetPath = `/assets/${name}`;

/** The style sheet under its own name; under an older name the same, but not to be kept: a deployment is under way. */
export async function getStyleSheet(
  _request: HttpRequest,
  { file = '' }: Parameters,
): Promise<HttpResponse | undefined> {
  if (!/^small-steps(-[0-9a-f]{12})?\.css$/.test(file)) return undefined;
  const caching = file === name ? 'public, max-age=31536000, immutable' : 'no-store';
  return {
    status: 200,
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': caching },
    body: styleSheet,
  };
}
