/** Without width: soft hyphen, zero-width space, word joiner, byte order mark. No language needs one of them. */
const WITHOUT_WIDTH = /[\u00AD\u200B\u2060\uFEFF]/g;
/** Marks, embeddings, overrides and isolates of direction, which can show a name as another one. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** A joiner means something between two letters of a script that joins them, and between two parts of an emoji. */
const JOINER_WITHOUT_USE =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;
const NOT_SHOWN = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
/** What most people type: nothing in it has to be composed, left out or changed. */
const PLAIN = /^[ -~\n]*$/;
/** Something that a reader can see. The blank pattern of braille counts as a symbol and shows nothing. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Text as its reader sees it: composed (NFC), one kind of line break, without what has no width or turns the direction, and
 * trimmed. Joiners within words of other scripts and within emoji stay. Empty when nothing in it can be seen.
 */
export function readableText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  const shown = text
    .replaceAll('\r\n', '\n')
    .replace(WITHOUT_WIDTH, '')
    .replace(DIRECTION, '')
    .replace(JOINER_WITHOUT_USE, '')
    .normalize('NFC')
    .trim();
  return SEEN.test(shown) ? shown : '';
}

/**
 * A number, code or address as it is compared: in compatible forms (NFKC), trimmed, without characters of no width.
 * Every dash is a hyphen, every space one space, and curly apostrophes are straight.
 */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return oneLine(text).trim();
  return text
    .replace(NOT_SHOWN, '')
    .normalize('NFKC')
    .replace(NOT_SHOWN, '')
    .replace(/[\p{Pd}\u2212\u2043]/gu, '-')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The letters and digits of a code, in capitals, whatever stands between them. Letters of other scripts stay, to be refused. */
export function lettersAndDigits(text: string): string {
  return plainText(text)
    .toUpperCase()
    .replace(/[\p{P}\p{S}\p{Z}]/gu, '')
    .normalize('NFKC');
}

/** Whether a text can tell its reader anything: it has 2 letters or digits at least, of any script. */
export function saysSomething(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2;
}

/** The text in one line: every run of blanks and line ends is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
