import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { scriptOf } from './drill/article.ts';

const USAGE = 'Usage: npm run drill -- docs/runbook.md ARTICLE, with the names that the article asks for as variables';

try {
  const [page, article, ...more] = process.argv.slice(2);
  if (page === undefined || article === undefined || more.length > 0) throw new Error(USAGE);
  const script = scriptOf(readFileSync(page, 'utf8'), article);
  // Each command is shown as it runs, and the first that fails ends the drill.
  const { status } = spawnSync('bash', ['-euxo', 'pipefail', '-c', script], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
