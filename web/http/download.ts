import type { HttpResponse } from './message.ts';

/** A file of this name to save. No cache keeps it. */
export function download(name: string, contentType: string, body: string): HttpResponse {
  return {
    status: 200,
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
    body,
  };
}
