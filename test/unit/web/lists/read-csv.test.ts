import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '#web/staff/lists/csv.ts';
import { decodeCsv } from '#web/staff/lists/import/decode.ts';
import { readCsv } from '#web/staff/lists/import/read-csv.ts';

const columns = ['name', 'town'];
const read = (text: string) => readCsv(text, columns);

describe('the rows of a CSV', () => {
  it.each([
    ['commas', 'name,town\r\nSam,Frome\r\n'],
    ['semicolons', 'name;town\r\nSam;Frome'],
    ['tabs', 'name\ttown\nSam\tFrome\n'],
    ['the line ends of an old Mac', 'name,town\rSam,Frome\r'],
    ['a line that names the separator', 'sep=;\r\nname;town\r\nSam;Frome\r\n'],
    ['a byte order mark', '\uFEFFname,town\r\nSam,Frome'],
  ])('are read with %s', (_how, text) => {
    expect(read(text)).toEqual({
      rows: [
        ['name', 'town'],
        ['Sam', 'Frome'],
      ],
    });
  });

  it('keep separators, quotation marks and line breaks within a quoted cell, and the numbers of empty rows', () => {
    expect(read('name,town\n"Sam ""S""\nO\'Neil","Frome, Somerset"\n,\nKim,')).toEqual({
      rows: [
        ['name', 'town'],
        ['Sam "S"\nO\'Neil', 'Frome, Somerset'],
        ['', ''],
        ['Kim', ''],
      ],
    });
  });

  it.each([
    ['is not closed', 'name,town\nSam,Frome\n"Kim,Frome\n'],
    ['ends within its cell', 'name,town\nSam,Frome\n"Kim"x,Frome\n'],
  ])('end with the row whose quotation mark %s (malformed)', (_how, text) => {
    expect(read(text)).toEqual({ badQuoteIn: 3 });
  });

  it('are refused in no time where a quotation mark is never closed (hostile)', () => {
    expect(read(`name,town\n"${'a""'.repeat(500_000)}`)).toEqual({ badQuoteIn: 2 });
  });

  it('are what the writer of lists was given, formulas among them', () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\n', 'a', 'é', '1') });
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (some) => {
        const plain = some.map((cells) => cells.map((one) => one.trim()));
        const given = plain.filter((cells) => !cells.some((one) => /^'+[=+\-@]/.test(one)));
        expect(read(csvOf([columns, ...given]))).toEqual({ rows: [columns, ...given] });
      }),
    );
  });
});

describe('the text of a file', () => {
  const utf16 = Buffer.from('name;Zoë', 'utf16le');
  it.each([
    ['UTF-8', Buffer.from('name;Zoë')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFname;Zoë')],
    ['UTF-16 with a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 without one', utf16],
    ['UTF-16 of the other order', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]).swap16()],
    ['Windows-1252', Buffer.from('name;Zoë', 'latin1')],
  ])('is read from %s', (_how, bytes) => {
    expect(decodeCsv(bytes)).toBe('name;Zoë');
  });

  it.each([
    ['today', Buffer.from('PK\u0003\u0004')],
    ['long ago', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ])('is none in a spreadsheet of %s (malformed)', (_when, bytes) => {
    expect(decodeCsv(bytes)).toBeUndefined();
  });
});
