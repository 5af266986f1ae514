/** The commands of one article of a page, as one script in the order of the page. Throws one line where there is none. */
export function scriptOf(page: string, article: string): string {
  const sections = page.split(/^(?=#{1,3} )/m);
  const at = sections.findIndex((section) => anchorOf(section) === article);
  if (at === -1) throw new Error(`There is no article "${article}". There are: ${articlesOf(page).join(', ')}.`);
  const blocks = blocksOf(sections[at] ?? '');
  if (blocks.length === 0) throw new Error(`The article "${article}" has no commands.`);
  return blocks.join('\n');
}

/** The articles of a page that have commands, by the name of their anchor. */
export function articlesOf(page: string): string[] {
  return page.split(/^(?=#{1,3} )/m).flatMap((section) => (blocksOf(section).length > 0 ? [anchorOf(section)] : []));
}

/** The shell commands of a text, without the margin of a list. */
function blocksOf(section: string): string[] {
  return [...section.matchAll(/^([ ]*)```sh\n([\s\S]*?)^\1```$/gm)].map(([, margin = '', block = '']) =>
    block.replaceAll(new RegExp(`^${margin}`, 'gm'), ''),
  );
}

function anchorOf(section: string): string {
  const title = /^#{1,3} (.*)$/m.exec(section)?.[1] ?? '';
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
