import { tmpdir } from 'node:os';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { takeLock } from '#local/lock.ts';

/** A browser from npm alone; it is unpacked at its first use on a machine, by one process at a time. */
export async function openChromium() {
  const lock = await takeLock(tmpdir(), 'small-steps-chromium.lock', 120_000);
  try {
    const executablePath = await chromium.executablePath();
    return await playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--in-process-gpu'] });
  } finally {
    lock?.release();
  }
}
