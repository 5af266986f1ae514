import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { endAll, type Service, start } from '#test/system/service.ts';
import { openChromium } from './chromium.ts';

/** On a machine with other work to do a page may take its time; nothing waits longer than it must. */
const PATIENCE_MS = 30_000;

export const TELEPHONE = 375;
export const COMPUTER = 1280;

export interface Screen {
  readonly width?: number;
  readonly javaScript?: boolean;
}

/** A page in a browser of its own, without the cookies of any other. */
export async function openPage(chromium: Browser, { width = COMPUTER, javaScript = true }: Screen = {}): Promise<Page> {
  const context = await chromium.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: javaScript });
  return (await patient(context)).newPage();
}

async function patient(context: BrowserContext): Promise<BrowserContext> {
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** One browser for all files that a worker runs: it ends with the worker, and pages share nothing of it. */
let shared: Browser | undefined;

async function sharedChromium(): Promise<Browser> {
  if (shared?.isConnected() !== true) shared = await openChromium();
  return shared;
}

/**
 * A service of its own for all tests of a file, from nine in the morning of the 24th of September 2026, and a browser.
 * `signIn`: staff sign in with work accounts, and not by a mailed code.
 */
export function stage({ signIn = false }: { readonly signIn?: boolean } = {}) {
  let open: { readonly service: Service; readonly chromium: Browser } | undefined;
  const there = () => {
    if (!open) throw new Error('The service and the browser are there once the tests begin.');
    return open;
  };
  beforeAll(async () => {
    const [service, chromium] = await Promise.all([start({ now: '2026-09-24T09:00', signIn }), sharedChromium()]);
    open = { service, chromium };
  });
  afterAll(async () => {
    await Promise.all((open?.chromium.contexts() ?? []).map((context) => context.close()));
    await endAll();
  });
  return {
    signIn,
    get service() {
      return there().service;
    },
    newPage: (screen: Screen = {}) => openPage(there().chromium, screen),
  };
}
