import { readFileSync } from 'node:fs';

const POLL_MS = 250;

/**
 * npm passes Ctrl-C on, but not that npm itself was killed. Its child would hold port and folder without end. So,
 * started by npm, this process watches for npm's end. Where there is no /proc it only sees its own parent's end.
 */
export function onParentGone(then: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const poll = setInterval(() => {
    if (process.ppid === parent && parentOf(parent) === grandparent) return;
    clearInterval(poll);
    then();
  }, POLL_MS);
  poll.unref();
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
