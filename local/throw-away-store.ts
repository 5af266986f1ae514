import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from './store-type.ts';

const OURS = /^small-steps-run-(\d+)-\w{6}$/;

/** A store that ends with the run. What an earlier run could not delete because it was killed is deleted first. */
export function throwAwayStore(): Store {
  sweepLeftovers();
  const s3Folder = mkdtempSync(join(tmpdir(), `small-steps-run-${process.pid}-`));
  const database = new DatabaseSync(':memory:');
  return {
    database,
    dynamodbFolder: undefined,
    s3Folder,
    logFile: undefined,
    bothAreOpen: () => {},
    checkpoints: undefined,
    close: () => {
      database.close();
      rmSync(s3Folder, { recursive: true, force: true });
    },
  };
}

function sweepLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = OURS.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** A process of someone else counts as running: its folder is not ours to delete. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
