/** What the bytes of a spreadsheet begin with: it was not saved as CSV. */
const ZIP = [0x50, 0x4b];
const OLD_EXCEL = [0xd0, 0xcf];

/**
 * The text of a CSV file as spreadsheets write it: UTF-8 or UTF-16 with or without a byte order mark, or else Windows-1252.
 * Undefined for a spreadsheet itself.
 */
export function decodeCsv(bytes: Uint8Array): string | undefined {
  if (begins(bytes, ZIP) || begins(bytes, OLD_EXCEL)) return undefined;
  if (begins(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  // A header is in plain letters, so of UTF-16 every second byte is nothing.
  if (begins(bytes, [0xff, 0xfe]) || bytes[1] === 0) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, n) => bytes[n] === byte);
}
