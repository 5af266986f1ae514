const MAX_DEPTH = 32;
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * What JSON.parse lets through and people or programs would read differently: a key given twice, nesting without end, the
 * key `__proto__`, halves of characters. For text that JSON.parse has read; undefined when there is no trouble.
 */
export function findTrouble(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined);
    if (token === '}' || token === ']') open.pop();
    if (open.length > MAX_DEPTH) return `it is nested more than ${MAX_DEPTH} levels deep`;
    const trouble = token === ':' ? troubleWithKey(open.at(-1), last) : troubleWithText(token);
    if (trouble) return trouble;
    last = token;
  }
  return undefined;
}

function troubleWithKey(keys: Set<string> | undefined, token: string): string | undefined {
  const key = String(JSON.parse(token));
  if (key === '__proto__') return 'the key "__proto__" is not a field of anything here';
  if (keys?.has(key)) return `the key ${JSON.stringify(key.slice(0, 60))} is given twice in one object`;
  keys?.add(key);
  return undefined;
}

function troubleWithText(token: string): string | undefined {
  if (!token.startsWith('"') || String(JSON.parse(token)).isWellFormed()) return undefined;
  return 'a text in it ends or begins in half of a character';
}
