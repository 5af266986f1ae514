import { HEAD_BYTES } from './file-bytes.ts';

const MARKER = 0xff;

/** A second marker follows where the first segment of a JPEG says that it ends, as far as the first bytes show. */
export function isWholeJpeg(head: Uint8Array): boolean {
  if (head.length < 6) return false;
  const length = (head[4] ?? 0) * 256 + (head[5] ?? 0);
  const second = 4 + length;
  return length >= 2 && (head[3] ?? 0) >= 0xc0 && (second >= head.length ? isCutByUs(head) : head[second] === MARKER);
}

/** Where our own first bytes end, and not the file, the second marker may lie behind them. */
function isCutByUs(head: Uint8Array): boolean {
  return head.length >= HEAD_BYTES;
}

/** A PNG begins with its header chunk, which says how large the picture is. */
export function isWholePng(head: Uint8Array): boolean {
  return head.length > 24 && String.fromCharCode(...head.subarray(12, 16)) === 'IHDR';
}
