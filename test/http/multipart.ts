const BOUNDARY = 'limit-between-parts';

export const multipartType = `multipart/form-data; boundary=${BOUNDARY}`;

export interface Part {
  readonly name: string;
  readonly value: string | Uint8Array;
  /** Of a file; '' is what a browser sends when none was chosen. */
  readonly fileName?: string;
}

/** The body of a form with a file, byte by byte as a browser sends it. */
export function multipart(parts: readonly Part[]): Uint8Array {
  const chunks = parts.flatMap(({ name, value, fileName }) => {
    const file = fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`;
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`;
    return [Buffer.from(head), Buffer.from(value), Buffer.from('\r\n')];
  });
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}
