import type { Page } from '#test/system/triage.ts';
import type { Call } from '../calls/wire.ts';
import { longestChain } from '../chain.ts';

/** What one page asks of AWS. */
export interface PageCalls {
  readonly page: string;
  readonly calls: number;
  /** How often an answer has to be waited for before the next question. */
  readonly chain: number;
  readonly asked: string;
}

/** Shows a page once to warm up and once to be counted; throws when it is not shown. */
export type Measure = (page: string, show: () => Promise<Page>) => Promise<Page>;

/** Held back from each answer while a page is counted: longer than a busy machine takes between two calls. */
export const LATENCY_MS = 150;

const DOORS = ['ServePublic', 'ServeReferral', 'ServeStaff', 'ServeConsole'];

/** Counts the calls of pages on a wire whose answers are held back while `isCounting`. */
export function createMeasure(calls: readonly Call[], setCounting: (isCounting: boolean) => void) {
  const found: PageCalls[] = [];
  const measure: Measure = async (page, show) => {
    await shown(page, show);
    const since = performance.now();
    setCounting(true);
    const answer = await shown(page, show).finally(() => setCounting(false));
    const own = calls.filter(({ start, by }) => start >= since && DOORS.includes(by));
    const asked = own.map(({ service, action }) => `${service} ${action}`).join(', ');
    found.push({ page, calls: own.length, chain: longestChain(own), asked });
    return answer;
  };
  return { found, measure };
}

async function shown(page: string, show: () => Promise<Page>): Promise<Page> {
  const answer = await show();
  if (![200, 303, 422].includes(answer.status)) throw new Error(`${page} answered ${answer.status}.`);
  return answer;
}
