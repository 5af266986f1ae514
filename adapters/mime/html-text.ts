/** What is never text: the head of the page, scripts, styles and comments. */
const NO_TEXT = /<!--[\s\S]*?(?:-->|$)|<(head|script|style|title|template|svg|object)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BREAKS = /<br\s*\/?>|<\/(?:p|div|tr|li|h[1-6]|table|blockquote|pre|ul|ol|section|article|header|footer)\s*>/gi;
const TAG = /<\/?[a-z!?][^>]*(?:>|$)/gi;

const NAMED: ReadonlyMap<string, string> = new Map([
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['nbsp', ' '],
  ] as const),
  ...([
    ['pound', '£'],
    ['euro', '€'],
    ['ndash', '–'],
    ['mdash', '—'],
    ['hellip', '…'],
    ['bull', '•'],
  ] as const),
  ...([
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['frac12', '½'],
    ['eacute', 'é'],
  ] as const),
]);

/**
 * The words of a page as plain text. Nothing of it is loaded and no address of a link or picture is kept. What comes out is
 * text: whoever shows it escapes it.
 */
export function textOfHtml(html: string): string {
  return html
    .replace(NO_TEXT, '')
    .replace(/\s+/g, ' ')
    .replace(BREAKS, '\n')
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<\/t[dh]\s*>/gi, ' ')
    .replace(TAG, '')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z\d]{2,8});/gi, (whole, name: string) => characterOf(name) ?? whole)
    .replace(/[ \t\u00A0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED.get(name.toLowerCase());
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isOne = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isOne ? String.fromCodePoint(code) : ' ';
}
