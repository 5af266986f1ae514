import { S3Error } from './s3-error.ts';

/** The first and the last byte that are asked for. */
export type Span = { first: number; last: number };

/** A `Range` header as a span of an object of this size; an object without bytes has none. */
export function parseRange(header: string, size: number): Span {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if ((from === '' && to === '') || first > last) {
    throw new S3Error('InvalidRange', 'The requested range is not satisfiable', { ActualObjectSize: size });
  }
  return { first, last };
}
