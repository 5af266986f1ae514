/** How a PDF is encrypted, as its encryption dictionary says (ISO 32000-2, table 21). */
export interface Encryption {
  readonly revision: number;
  readonly owner: Buffer;
  readonly user: Buffer;
  readonly permissions: number;
  readonly id: Buffer;
  readonly keyBytes: number;
  readonly hidesMetadata: boolean;
}

const REFERENCE = /\/Encrypt\s*(\d+)\s+(\d+)\s+R\b/g;
const DIRECT = /\/Encrypt\s*(<<)/g;
/** Longer than any dictionary of encryption: its strings have 48 bytes at most, and a few of them. */
const LONGEST = 4096;
const STRING = String.raw`(\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>)`;

/** The encryption of a PDF, given as one character a byte; undefined when it cannot be read or has no password at all. */
export function encryptionOf(pdf: string): Encryption | undefined {
  const dictionary = dictionaryIn(pdf);
  if (dictionary === undefined || !/\/Filter\s*\/Standard\b/.test(dictionary)) return undefined;
  const number = (name: string) =>
    Number(new RegExp(String.raw`/${name}\s+(-?\d+)`).exec(dictionary)?.[1] ?? Number.NaN);
  const bytes = (name: string) => bytesIn(new RegExp(String.raw`/${name}\s*${STRING}`).exec(dictionary)?.[1] ?? '');
  const [revision, version] = [number('R'), number('V')];
  const user = bytes('U');
  if (Number.isNaN(revision) || user.length < 32) return undefined;
  const bits = version === 1 ? 40 : version === 4 ? 128 : number('Length') || 40;
  return {
    revision,
    owner: bytes('O'),
    user,
    permissions: number('P'),
    id: bytesIn(new RegExp(String.raw`/ID\s*\[\s*${STRING}`).exec(pdf)?.[1] ?? ''),
    keyBytes: Math.min(16, Math.max(5, bits / 8)),
    hidesMetadata: !/\/EncryptMetadata\s+false\b/.test(dictionary),
  };
}

function dictionaryIn(pdf: string): string | undefined {
  const reference = [...pdf.matchAll(REFERENCE)].at(-1);
  if (!reference) {
    const direct = [...pdf.matchAll(DIRECT)].at(-1);
    return direct && pdf.slice(direct.index, direct.index + LONGEST);
  }
  const [, object, generation] = reference;
  const found = [...pdf.matchAll(new RegExp(String.raw`(?<!\d)${object}\s+${generation}\s+obj\b`, 'g'))].at(-1);
  return found && pdf.slice(found.index, found.index + LONGEST);
}

const ESCAPES = new Map(
  Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '', '\r\n': '' }),
);

/** The bytes of a string in brackets, `(a\)b)`, or in hexadecimal digits, `<61 29 62>`. */
function bytesIn(text: string): Buffer {
  if (text.startsWith('<')) {
    const digits = text.replace(/[<>\s]/g, '');
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }
  const plain = text.slice(1, -1).replace(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, after: string) => {
    return /^[0-7]/.test(after) ? String.fromCharCode(Number.parseInt(after, 8) & 0xff) : (ESCAPES.get(after) ?? after);
  });
  return Buffer.from(plain, 'latin1');
}
