import { tmpdir } from 'node:os';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { takeLock } from '#local/lock.ts';

/** A page of a test goes before V8 has earned what optimising its scripts costs: a third of what axe takes on each page. */
const SHORT_LIVED = '--js-flags=--no-opt --no-maglev --single-threaded-gc';
const ARGS = ['--no-sandbox', '--disable-gpu', '--in-process-gpu', SHORT_LIVED];

/** A browser from npm alone; it is unpacked at its first use on a machine, by one process at a time. */
export async function openChromium() {
  const lock = await takeLock(tmpdir(), 'small-steps-chromium.lock', 120_000);
  try {
    const executablePath = await chromium.executablePath();
    return await playwright.launch({ executablePath, args: ARGS });
  } finally {
    lock?.release();
  }
}
