import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workedCases } from '#test/cases.ts';
import { atMost, type Finding } from './report.ts';
import { withTemporaryFolder } from './temporary.ts';

const REFERRALS = 5_000;
const MOST_SECONDS = 5;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** How long `assess` takes over many referrals, the worked cases in turn, from the call of the command to its last line. */
export async function assessFinding(): Promise<Finding> {
  const seconds = await withTemporaryFolder(async (folder) => {
    const file = join(folder, 'referrals.json');
    const referrals = Array.from({ length: REFERRALS }, (_, n) => ({
      ...workedCases[n % workedCases.length],
      id: `R${n}`,
    }));
    writeFileSync(file, JSON.stringify(referrals));
    const begun = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/assess.ts', file], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    });
    const took = (performance.now() - begun) / 1000;
    const lines = stdout.split('\n').length - 1;
    if (status !== 0 || lines !== REFERRALS)
      throw new Error(`assess ended with ${status} after ${lines} lines: ${stderr}`);
    return took;
  });
  return {
    topic: 'assess',
    tables: [
      {
        title: 'npm run assess over the worked cases again and again',
        columns: ['referrals', 'seconds', 'a second'],
        rows: [[REFERRALS, seconds, REFERRALS / seconds]],
      },
    ],
    budgets: [atMost(`assess ${REFERRALS} referrals`, MOST_SECONDS, seconds, 's')],
    data: { referrals: REFERRALS, seconds },
  };
}
