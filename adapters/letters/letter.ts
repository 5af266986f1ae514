/*
 * A letter is plain text in blocks with an empty line between them. `# ` begins a heading, `* ` a point of a list. An
 * address or a code stands alone. All else is a paragraph, wherever its lines break in the template.
 */

const isList = (block: string) => block.startsWith('* ');
const isHeading = (block: string) => block.startsWith('# ');
const isLink = (block: string) => /^https?:\/\/\S+$/.test(block);

/** The blocks of a letter, each on one line, but for the points of a list: those are a line each. */
export function blocksOf(letter: string): string[] {
  const blocks = letter.split(/\n\s*\n/).map((block) => block.trim().replace(/\s+/g, ' '));
  return blocks
    .filter((block) => block !== '')
    .map((block) => (isList(block) ? block.replaceAll(' * ', '\n* ') : block));
}

/** The letter for people whose mail shows no HTML. */
export function textOf(blocks: readonly string[]): string {
  const lines = blocks.map((block) => {
    if (!isHeading(block)) return block;
    const heading = block.slice(2);
    return `${heading}\n${'-'.repeat(heading.length)}`;
  });
  return `${lines.join('\n\n')}\n`;
}

/** The same letter as HTML, saying neither more nor less. */
export function htmlOf(blocks: readonly string[]): string {
  return blocks.map(htmlBlock).join('\n');
}

function htmlBlock(block: string): string {
  const shown = escaped(block);
  if (isHeading(block)) return `<h2>${shown.slice(2)}</h2>`;
  if (isList(block)) {
    const points = shown.split('\n').map((point) => `<li>${point.slice(2)}</li>`);
    return `<ul>\n${points.join('\n')}\n</ul>`;
  }
  return isLink(block) ? `<p><a href="${shown}">${shown}</a></p>` : `<p>${shown}</p>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
