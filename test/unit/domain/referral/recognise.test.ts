import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceContentTypes } from '#domain/referral/document/content-types.ts';
import { fileOf, HEAD_BYTES } from '#domain/referral/document/file-bytes.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import { fixtureDocument, jpegOf, pdfOf, pngOf } from '#test/kit/documents.ts';

const [PDF, JPEG, PNG, WORD] = evidenceContentTypes;

/** The type of a document, or why it is none. */
async function seen(body: Uint8Array | string): Promise<string> {
  const found = await recognise(fileOf(Buffer.from(body)));
  return found.kind === 'DOCUMENT' ? found.contentType : found.kind;
}

describe('files that people sent', () => {
  test.each([
    ['whole.pdf', PDF],
    ['half-downloaded.pdf', PDF],
    ['header-only.pdf', 'DAMAGED'],
    ['three-bytes.jpg', 'DAMAGED'],
    ['real.docx', WORD],
    ['trash-first.docx', WORD],
    ['thumbnail-first.docx', WORD],
    ['password-protected.docx', 'LOCKED'],
    ['docm-renamed.docx', 'OTHER'],
    ['dotx-renamed.docx', 'OTHER'],
    ['print.xps', 'OTHER'],
    ['drawing.vsdx', 'OTHER'],
    ['sheet-first.xlsx', 'OTHER'],
    ['letter.odt', 'OTHER'],
    ['photos-in-a-folder-password.zip', 'OTHER'],
    ['two-reports.zip', 'OTHER'],
    ['empty-name-only.zip', 'OTHER'],
  ])('%s is seen as %s', async (name, kind) => {
    expect(await seen(fixtureDocument(name))).toBe(kind);
  });
});

describe('a PDF with a password', () => {
  test.each([
    'user-password.pdf',
    'user-40-bit.pdf',
    'user-aes-128.pdf',
    'user-aes-256.pdf',
    'user-aes-256-revision-5.pdf',
    'user-linearized.pdf',
  ])('%s needs it to be read', async (name) => {
    expect(await seen(fixtureDocument(name))).toBe('LOCKED');
  });

  test.each([
    'owner-only.pdf',
    'owner-40-bit.pdf',
    'owner-aes-128-clear-metadata.pdf',
    'owner-aes-256.pdf',
    'owner-aes-256-revision-5.pdf',
    'owner-object-streams.pdf',
  ])('%s opens without one', async (name) => {
    expect(await seen(fixtureDocument(name))).toBe(PDF);
  });

  test('encrypted for certificates needs more than a password, and is locked', async () => {
    const certified = `%PDF-1.7\n1 0 obj\n<</Filter/Adobe.PubSec>>\nendobj\ntrailer\n<</Encrypt 1 0 R>>\n%%EOF\n`;
    expect(await seen(certified)).toBe('LOCKED');
  });

  test('a large one is found by its end', async () => {
    const start = fixtureDocument('user-aes-256.pdf');
    const filled = Buffer.concat([start.subarray(0, 15), Buffer.alloc(200_000, '%\n'), start.subarray(15)]);
    expect(await seen(filled)).toBe('LOCKED');
  });
});

describe('what stands before the mark of a PDF', () => {
  test.each([
    ['a byte order mark', '\uFEFF'],
    ['empty lines', '\r\n\r\n'],
    ['what a web server says first', 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'],
    ['what a printer is told first', '\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n'],
    ['what a mail gateway wrote', 'X-Scanned-By: gateway.example.org\r\n\r\n'],
  ])('is passed over where it is %s', async (_, before) => {
    expect(await seen(before + pdfOf('report'))).toBe(PDF);
  });

  test.each([
    ['a program of Windows', 'MZ\x90\0'],
    ['a program of Linux', '\x7fELF\x02\x01'],
    ['a script', '#!/bin/sh\nexit\n'],
    ['a batch file', '@echo off\r\n'],
    ['a page with a script', '<html><script>alert(1)</script>'],
    ['a program after empty lines', '\n\n#!/usr/bin/env python3\n'],
  ])('hostile: is never passed over where it is %s', async (_, before) => {
    expect(await seen(Buffer.from(before + pdfOf('report'), 'latin1'))).toBe('OTHER');
  });

  test('malformed: a mark that readers do not look for, behind the first 1,024 bytes', async () => {
    expect(await seen('x'.repeat(1025) + pdfOf('report'))).toBe('OTHER');
  });
});

describe('the least that is a document', () => {
  test.each([
    ['an object without a table of places', pdfOf('report'), PDF],
    ['a photograph with a second marker', jpegOf('page'), JPEG],
    ['a picture with its header', pngOf('page'), PNG],
  ])('%s is taken', async (_, body, kind) => {
    expect(await seen(body)).toBe(kind);
  });

  test.each([
    ['a PDF of a mark and an end', '%PDF-1.7\n%%EOF\n'],
    ['a photograph cut off in its first segment', jpegOf('page').subarray(0, 12)],
    ['a photograph whose second marker is none', Buffer.concat([jpegOf('').subarray(0, 20), Buffer.from('text')])],
    ['a picture of a mark alone', pngOf('').subarray(0, 8)],
    ['a Word document that was cut off', fixtureDocument('real.docx').subarray(0, 800)],
  ])('half-finished: %s is damaged', async (_, body) => {
    expect(await seen(body)).toBe('DAMAGED');
  });

  test('a photograph with a first segment of more than 64 KB may have its second marker behind it', async () => {
    const long = Buffer.concat([Buffer.from('ffd8ffe1ffff', 'hex'), Buffer.alloc(HEAD_BYTES)]);
    expect(await seen(long)).toBe(JPEG);
  });
});

describe('hostile and odd bytes', () => {
  test('a list of types that unpacks to more than 256 KB is not unpacked further', async () => {
    const bomb = fixtureDocument('real.docx');
    bomb.writeUInt32LE(0x7fffffff, bomb.indexOf('PK\x01\x02') + 20);
    expect(await seen(bomb)).toBe('DAMAGED');
  });

  test('whatever was sent is seen as something, and nothing is thrown', async () => {
    const names = ['real.docx', 'user-aes-256.pdf', 'owner-only.pdf', 'password-protected.docx', 'whole.pdf'];
    const damaged = fc.record({
      name: fc.constantFrom(...names),
      at: fc.nat({ max: 4000 }),
      byte: fc.nat({ max: 255 }),
      cut: fc.nat({ max: 4000 }),
    });
    await fc.assert(
      fc.asyncProperty(damaged, async ({ name, at, byte, cut }) => {
        const body = Buffer.from(fixtureDocument(name));
        if (at < body.length) body[at] = byte;
        expect([PDF, JPEG, PNG, WORD, 'LOCKED', 'DAMAGED', 'OTHER']).toContain(await seen(body.subarray(0, cut)));
      }),
      { numRuns: 400 },
    );
  });
});
