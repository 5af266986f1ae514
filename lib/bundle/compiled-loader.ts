import { existsSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';

/** The bundle's folder: templates lie there at their paths from the top of the repository. */
const TOP = fileURLToPath(new URL('.', import.meta.url));

/**
 * Stands in a bundle for the loader of nunjucks that reads folders. It finds the same templates, already compiled: a file
 * holds the JavaScript that nunjucks would make of the source. Each is read when it is first needed.
 */
export class FileSystemLoader {
  private readonly folders: readonly string[];

  constructor(folders: string | readonly string[]) {
    this.folders = [...[folders].flat(), TOP];
  }

  getSource(name: string) {
    const file = this.folders.map((folder) => resolve(folder, name)).find((path) => existsSync(path));
    if (file === undefined) return null;
    const compiled = compileFunction(readFileSync(file, 'utf8'), [], { filename: file });
    return { src: { type: 'code', obj: compiled() }, path: name, noCache: false, loader: this };
  }

  isRelative(name: string): boolean {
    return name.startsWith('./') || name.startsWith('../');
  }

  resolve(from: string, to: string): string {
    return posix.join(posix.dirname(from), to);
  }
}
