import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements that stand within a line; every other one begins a block of its own. */
const INLINE = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'small', 'span', 'strong', 'time']);
/** What no one reads as text: the list of a select is answers to choose from. */
const UNREAD = new Set(['head', 'script', 'style', 'template', 'svg', 'select', 'textarea']);
/** Cells hold answers and figures, which are not our words, except where they hold a whole sentence. */
const CELLS = new Set(['dd', 'td']);
const ENDS = /[.?!]$/;

/** Every heading, paragraph, point, label, hint and error of an HTML page, each on one line, in the order of the page. */
export function blocksOf(html: string): string[] {
  const lines: string[] = [];
  let line = '';
  const end = (isKept: (text: string) => boolean = () => true) => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '' && isKept(text)) lines.push(text);
    line = '';
  };
  const readAll = (nodes: readonly Node[]) => {
    for (const node of nodes) read(node);
  };
  const read = (node: Node) => {
    if (UNREAD.has(node.nodeName)) return;
    if ('value' in node && node.nodeName === '#text') line += node.value;
    if (!('childNodes' in node)) return;
    const isInline = INLINE.has(node.nodeName);
    if (!isInline) end();
    readAll(node.childNodes);
    if (!isInline) end(CELLS.has(node.nodeName) ? (text) => ENDS.test(text) : undefined);
  };
  read(parse(html));
  return lines;
}
