import { describe, expect, test } from 'vitest';
import { evidenceContentTypes } from '#domain/referral/document/content-types.ts';
import { fileOf, HEAD_BYTES } from '#domain/referral/document/file-bytes.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import { compoundOf, fixtureDocument, type Packed, zipOf } from '#test/kit/documents.ts';

const [, , , WORD] = evidenceContentTypes;

/** The type of a document, or why it is none. */
async function seen(body: Uint8Array): Promise<string> {
  const found = await recognise(fileOf(body));
  return found.kind === 'DOCUMENT' ? found.contentType : found.kind;
}

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types: Packed = {
  name: '[Content_Types].xml',
  text: `<Types><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
};
const relations: Packed = { name: '_rels/.rels', text: '<Relationships/>' };
const main: Packed = { name: 'word/document.xml', text: '<w:document/>' };
const picture: Packed = { name: 'word/media/image1.png', text: 'x'.repeat(70_000) };

describe('a Word document, whatever stands first in it', () => {
  test.each([
    ['its list of types, as Word writes it', [types, relations, main]],
    ['its text', [main, relations, types]],
    ['its relations', [relations, main, types]],
    ['a folder', [{ name: 'word/', text: '' }, main, types, relations]],
    ['a theme', [{ name: 'word/theme/theme1.xml', text: '<a:theme/>' }, types, main, relations]],
    ['a picture of more than 64 KB', [picture, main, relations, types]],
    ['its properties', [{ name: 'docProps/core.xml', text: '<cp/>' }, types, relations, main]],
    ['what was added by a program for its own use', [{ name: 'customXml/item1.xml', text: '<b/>' }, main, types]],
    ['what another program has thrown away', [{ name: '[trash]/0000.dat', text: '\0\0' }, types, relations, main]],
  ])('is taken where that is %s', async (_what, entries) => {
    expect(await seen(zipOf(entries))).toBe(WORD);
  });

  test.each([
    [
      'parts whose size was written after them',
      zipOf([main, types, relations].map((one) => ({ ...one, streamed: true }))),
    ],
    ['a note at its end', zipOf([types, relations, main], { note: 'Made by a phone' })],
    ['the mark of an archive in one part before it', zipOf([types, main], { before: 'PK00' })],
    ['a list of types in capitals', zipOf([{ ...types, name: '[CONTENT_TYPES].XML' }, main])],
    [
      'a main part with a number',
      zipOf([main, types].map((one) => ({ ...one, name: one.name.replace('document.', 'document2.') }))),
    ],
  ])('is taken with %s', async (_what, body) => {
    expect(await seen(body)).toBe(WORD);
  });

  test.each([
    ['its list of types', [main, relations]],
    ['its text', [types, relations]],
    ['the type of a document', [{ ...types, text: types.text.replace('document.main', 'template.main') }, main]],
  ])('hostile: is none without %s, in whatever order', async (_what, entries) => {
    expect(await seen(zipOf(entries))).toBe('OTHER');
    expect(await seen(zipOf(entries.toReversed()))).toBe('OTHER');
  });

  test('hostile: macros are found behind everything else', async () => {
    const macros = { name: 'word/vbaProject.bin', text: 'x' };
    for (const entries of [
      [macros, types, main],
      [types, main, picture, macros],
    ]) {
      expect(await seen(zipOf(entries))).toBe('OTHER');
    }
  });
});

describe('a file of Office with a password', () => {
  const PACKAGE = ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'];

  test.each([
    ['a document of Word', fixtureDocument('password-protected.docx')],
    ['a document of today', compoundOf(['Root Entry', '\u0006DataSpaces', ...PACKAGE.slice(1)])],
    ['one of 2007, without data spaces', compoundOf(PACKAGE)],
    ['one in sectors of 4 KB', compoundOf(PACKAGE, { sector: 4096 })],
    ['one whose rights an organisation keeps', compoundOf(['Root Entry', 'DRMEncryptedDataSpace', 'EncryptedPackage'])],
    ['a large one, whose list of streams stands at its end', compoundOf(PACKAGE, { filled: 2 + HEAD_BYTES / 512 })],
    ['a zip that was locked as a whole', zipOf([types, relations, main].map((one) => ({ ...one, locked: true })))],
    ['a zip in which only the text was locked', zipOf([types, relations, { ...main, locked: true }])],
    ['a zip in which only a picture was locked', zipOf([types, main, { ...picture, locked: true }])],
  ])('%s is locked, so its sender is told to save a copy without one', async (_what, body) => {
    expect(await seen(body)).toBe('LOCKED');
  });

  test.each([
    ['a document from before 2007', compoundOf(['Root Entry', 'WordDocument', '1Table'])],
    ['an email that was saved', compoundOf(['Root Entry', '__properties_version1.0'])],
    ['a locked archive of photographs', zipOf([{ name: 'page-1.jpg', text: 'x', locked: true }])],
    ['a locked sheet', zipOf([types, { name: 'xl/workbook.xml', text: 'x', locked: true }])],
  ])('%s is no such file, and is refused for what it is', async (_what, body) => {
    expect(await seen(body)).toBe('OTHER');
  });
});
