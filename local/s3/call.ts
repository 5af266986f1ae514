import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to S3, with its bucket and key read from the path. */
export type Call = { request: IncomingMessage; response: ServerResponse; url: URL; bucket: string; key: string };
