import { pdfOf } from '#test/kit/documents.ts';
import { type Browser, hidden } from '../browser.ts';
import { multipart, multipartType, type Part } from '../multipart.ts';
import { describeDocument, filesAt } from './document.ts';
import { begin, referWorld } from './world.ts';

export const PDF = pdfOf('fictional');

/** A body as API Gateway hands over one of bytes. */
export function postBytes(
  using: Browser,
  path: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
) {
  return using.send({
    method: 'POST',
    path,
    headers: { 'Content-Type': multipartType, Origin: 'null', ...headers },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  });
}

/** A described document, and the form that posts its file to our own address. */
export async function atForm() {
  const world = referWorld();
  const using = world.newBrowser();
  const at = await begin(using);
  const address = await describeDocument(using, at, 1, { type: 'SOGS', title: 'Schedule of Growing Skills' });
  const files = filesAt(world, using, address);
  /** The parts of the form as it is shown, but for its file. */
  const parts = async () => {
    const page = await using.get(`${address}/here`);
    return ['csrf', 'file'].map((name) => ({ name, value: hidden(page, name) }));
  };
  /** Posts the form with this file, and with more parts than it has. */
  const post = async (value: Part['value'], fileName = 'record.pdf', more: readonly Part[] = []) =>
    postBytes(using, `${address}/here`, multipart([...(await parts()), ...more, { name: 'upload', value, fileName }]));
  return { world, using, at, address, files, parts, post };
}
