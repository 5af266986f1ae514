import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** As pages and letters set theirs up. Whether values are escaped is decided when a template is filled in. */
const environment = new nunjucks.Environment([], { throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });

/**
 * Copies a folder of templates into a bundle's folder, paths from the top of the repository kept. Templates go compiled,
 * the style sheet and the script as they are. Throws when there is no such folder.
 */
export function copyTemplates(from: string, bundle: string): void {
  if (!existsSync(join(ROOT, from))) throw new Error(`There is no folder of templates ${from}.`);
  for (const path of globSync(`${from}/**/*.{njk,css,js}`, { cwd: ROOT })) {
    const source = readFileSync(join(ROOT, path), 'utf8');
    mkdirSync(join(bundle, dirname(path)), { recursive: true });
    writeFileSync(join(bundle, path), path.endsWith('.njk') ? compiled(source, path) : source);
  }
}

/** The JavaScript that nunjucks makes of a template before it fills it in. */
function compiled(source: string, path: string): string {
  return nunjucks.precompileString(source, {
    name: path,
    env: environment,
    // The types say one template; nunjucks passes a list of one.
    wrapper: (templates) =>
      [templates]
        .flat()
        .map(({ template }) => template)
        .join('\n'),
  });
}
