import type { IncomingMessage } from 'node:http';

const OF_OBJECTS: ReadonlyMap<string, string> = new Map([
  ['GET', 'GetObject'],
  ['HEAD', 'HeadObject'],
  ['PUT', 'PutObject'],
  ['DELETE', 'DeleteObject'],
  ['GET tagging', 'GetObjectTagging'],
  ['PUT tagging', 'PutObjectTagging'],
]);

export const operationNames = [...OF_OBJECTS.values(), 'ListObjectVersions', 'PostObject'];

/** What AWS calls a request to the local S3; undefined for one that it does not have. */
export function operationName({ method = '', url = '/' }: IncomingMessage): string | undefined {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const hasKey = /^\/[^/]+\/./.test(pathname);
  if (hasKey) return OF_OBJECTS.get(`${method}${searchParams.has('tagging') ? ' tagging' : ''}`);
  if (method === 'POST') return 'PostObject';
  return method === 'GET' && searchParams.has('versions') ? 'ListObjectVersions' : undefined;
}

/** A refusal of S3 with any code. */
export function refusalXml(code: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
}
