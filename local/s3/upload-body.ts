import type { IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import { readBody } from './read-body.ts';
import { S3Error } from './s3-error.ts';

/** The bytes that a PutObject meant to store, out of the SDK's chunked framing, and equal to their CRC32 if one came. */
export async function readUpload(request: IncomingMessage): Promise<Buffer> {
  const { headers } = request;
  const body = await readBody(request);
  const chunked = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const { data, trailers } = chunked ? decodeChunks(body) : { data: body, trailers: new Map<string, string>() };
  const expected = headers['x-amz-checksum-crc32'] ?? trailers.get('x-amz-checksum-crc32');
  if (expected !== undefined && expected !== crc32Of(data)) {
    throw new S3Error('BadDigest', 'The CRC32 you specified did not match the calculated checksum.');
  }
  return data;
}

// Each chunk is `<size in hex>[;chunk-signature=...]\r\n<data>\r\n`; a chunk of size 0 ends them, trailers follow.
function decodeChunks(body: Buffer): { data: Buffer; trailers: Map<string, string> } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    const start = lineEnd + 2;
    if (!(size >= 0 && start + size <= body.length)) {
      throw new S3Error('InvalidArgument', 'The chunks of the body are not well formed.');
    }
    at = start + size + 2;
    if (size === 0) return { data: Buffer.concat(chunks), trailers: parseTrailers(body.toString('latin1', start)) };
    chunks.push(body.subarray(start, start + size));
  }
}

function parseTrailers(text: string): Map<string, string> {
  const lines = text.split('\r\n').filter((line) => line.includes(':'));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
}

function crc32Of(data: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(data));
  return bytes.toString('base64');
}
