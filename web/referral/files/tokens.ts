const MOST_FILES = 10;

/** Before the id of a file that is the next page of the document before it, as the photos of one form are. */
const PAGE = '~';

/** A file in an address or a hidden field: its id, and whether it is a page of the document before it. */
export type FileToken = string;

export const idOf = (token: FileToken) => token.replace(PAGE, '');
export const isPage = (token: FileToken) => token.startsWith(PAGE);
export const asPage = (id: string): FileToken => `${PAGE}${id}`;

/** The files in an address or a hidden field, each once; what is no file is left out. The first is no page of another. */
export function tokensIn(text: string): FileToken[] {
  const known = text.split('.').filter((token) => /^~?[\w-]{22}$/.test(token));
  const once = known.filter((token, index) => known.findIndex((other) => idOf(other) === idOf(token)) === index);
  return once.slice(0, MOST_FILES).map((token, index) => (index === 0 ? idOf(token) : token));
}

/** The files without the one of this id. A page after it that has lost its document begins one. */
export function without(tokens: readonly FileToken[], id: string): FileToken[] {
  const place = tokens.findIndex((token) => idOf(token) === id);
  const freed = isPage(tokens[place] ?? '') ? -1 : place + 1;
  return tokens.map((token, index) => (index === freed ? idOf(token) : token)).filter((_, index) => index !== place);
}

/** How many files more an answer takes. */
export const roomBeside = (tokens: readonly FileToken[]) => MOST_FILES - tokens.length;

/** An address with files in it; without any it is the bare one. */
export function withFiles(path: string, part: string, tokens: readonly FileToken[]): string {
  if (tokens.length === 0) return path;
  return [path, ...(part === '' ? [] : [part]), tokens.join('.')].join('/');
}
