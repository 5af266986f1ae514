import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multipart, multipartType, type Part } from '#test/http/multipart.ts';
import { readFileForm } from '#web/http/file-body.ts';

const MB = 1024 * 1024;
const PDF = '%PDF-1.7 fictional';
const csrf: Part = { name: 'csrf', value: 'token' };
const file = (value: string | Uint8Array, fileName = 'record.pdf'): Part => ({ name: 'upload', value, fileName });

const request = (body: Uint8Array, type?: string) => ({
  method: 'POST',
  path: '/refer',
  headers: type === undefined ? {} : { 'content-type': type },
  query: {},
  cookies: {},
  body,
  caller: undefined,
  requestId: 'request-0001',
});
const read = (body: Uint8Array, type: string | undefined = multipartType) => readFileForm(request(body, type));

describe('a form with a file', () => {
  it('gives its fields and the bytes of its file, and not its name', async () => {
    const form = await read(multipart([csrf, { name: 'file', value: 'id-1' }, file(PDF, 'Poppy Testerfield.pdf')]));
    expect(form).toEqual({ fields: { csrf: 'token', file: 'id-1' }, files: [new TextEncoder().encode(PDF)] });
  });

  it('gives back bytes that are no text as they were', async () => {
    const bytes = Uint8Array.from({ length: 1024 }, (_, i) => i % 256);
    expect(await read(multipart([csrf, file(bytes)]))).toMatchObject({ files: [bytes] });
  });

  it('has no file when none was chosen', async () => {
    expect(await read(multipart([csrf, file('', '')]))).toEqual({ fields: { csrf: 'token' }, files: [] });
    expect(await read(multipart([csrf]))).toEqual({ fields: { csrf: 'token' }, files: [] });
  });

  it('has a file of no bytes when an empty one was chosen', async () => {
    expect(await read(multipart([csrf, file('', 'empty.pdf')]))).toMatchObject({ files: [new Uint8Array()] });
  });

  it('gives the bytes of each of several files, in order, up to 4 MB together', async () => {
    const [one, other] = [new Uint8Array(3 * MB).fill(1), new Uint8Array(MB).fill(2)];
    expect(await read(multipart([csrf, file(one), file(other)]))).toMatchObject({ files: [one, other] });
    expect(await read(multipart([csrf, file(one), file(other), file('x')]))).toMatchObject({ status: 413 });
    expect(await read(multipart([csrf, file('', ''), file(other)]))).toMatchObject({ files: [other] });
  });

  it('is read whatever the case of its type', async () => {
    const type = multipartType.replace('multipart/form-data', 'Multipart/Form-Data');
    expect(await read(multipart([csrf]), type)).toMatchObject({ fields: { csrf: 'token' } });
  });

  it('takes a field by the name of what every object has (hostile)', async () => {
    const form = await read(multipart([{ name: '__proto__', value: 'x' }, csrf]));
    expect(form).toMatchObject({ fields: { csrf: 'token' } });
    expect('fields' in form && Object.keys(form.fields)).toEqual(['__proto__', 'csrf']);
  });

  it.each([
    ['4 MB is taken', 4 * MB, undefined],
    ['one byte more is refused', 4 * MB + 1, 413],
    ['5 MB is refused before it is read', 5 * MB, 413],
  ])('of %s', async (_what, size, status) => {
    const form = await read(multipart([csrf, file(new Uint8Array(size))]));
    expect('status' in form ? form.status : undefined).toBe(status);
    expect('status' in form || form.files[0]?.byteLength === size).toBe(true);
  });
});

describe('what is no form with a file', () => {
  const whole = multipart([csrf, file(PDF)]);

  it.each([
    ['a form of text', 'application/x-www-form-urlencoded', 415],
    ['JSON (malformed)', 'application/json', 415],
    ['no type at all (malformed)', '', 415],
    ['a type that only begins alike (hostile)', 'multipart/form-data-x; boundary=limit-between-parts', 415],
    ['another kind of parts (hostile)', 'multipart/mixed; boundary=limit-between-parts', 415],
    ['no boundary (malformed)', 'multipart/form-data', 400],
    ['another boundary than in the body (malformed)', 'multipart/form-data; boundary=other', 400],
    ['a type that no header may hold (hostile)', `${multipartType}\r\nx: y\u0000`, 400],
  ])('is refused: %s', async (_what, type, status) => {
    expect(await read(whole, type)).toMatchObject({ status });
  });

  it('is refused without a Content-Type (malformed)', async () => {
    expect(await readFileForm(request(whole))).toMatchObject({ status: 415 });
  });

  it.each([
    ['nothing (half-finished)', new Uint8Array()],
    ['a body that was cut off within the file (half-finished)', whole.subarray(0, whole.length - 40)],
    ['a body that was cut off within the head (half-finished)', whole.subarray(0, 30)],
    ['words that have no parts (malformed)', new TextEncoder().encode('csrf=token&file=x')],
  ])('is refused as unreadable: %s', async (_what, body) => {
    expect(await read(body)).toMatchObject({ status: 400 });
  });

  it.each([['a field twice (hostile)', [csrf, csrf, file(PDF)]]])('is refused: %s', async (_what, parts) => {
    expect(await read(multipart(parts))).toMatchObject({ status: 400 });
  });
});

describe('whatever bytes come (hostile)', () => {
  const start = multipart([csrf, file(PDF)]);
  const types = fc.constantFrom(multipartType, 'multipart/form-data', 'multipart/form-data; boundary=""', 'text/plain');

  it('it never throws, and never takes them for a form without a boundary of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), types, async (bytes, type) => {
        expect(await read(bytes, type)).toHaveProperty('status');
      }),
    );
  });

  it('it never throws when a form was changed on its way, nor by any type', async () => {
    const changes = fc.array(fc.tuple(fc.nat(start.length - 1), fc.nat(255)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(start.length), fc.string(), async (changed, length, more) => {
        const bytes = Uint8Array.from(start);
        for (const [at, byte] of changed) bytes[at] = byte;
        const form = await read(bytes.subarray(0, length), `${multipartType}${more}`);
        expect('status' in form ? form.status : form.fields).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});
