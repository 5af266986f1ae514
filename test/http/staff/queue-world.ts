import type { Case, Task } from '#domain/case/case.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { hidden } from '../browser.ts';
import { checkedCase, storedReferral, withTask } from '../records.ts';
import { triageWorld } from './world.ts';

export const at = '/staff/triage';
export const FIRST = 'triage-1@example.org';

interface Wanted extends Partial<Pick<Case, 'locality' | 'suggestedBand' | 'flags' | 'triageSince' | 'parked'>> {
  readonly task?: Partial<Task>;
}

export const nth = (n: number) => referenceFor('local', `key-of-the-queue-${n}`, 0);

/** The queue with these tasks beside the one of the world, and a triager signed in. */
export async function queue(wanted: readonly Wanted[] = [], mailbox = FIRST) {
  const world = await triageWorld();
  for (const [n, { task = {}, ...fields }] of wanted.entries()) {
    const reference = nth(n);
    await world.stores.referrals.putReferral({ ...storedReferral({}), reference });
    const open = withTask({ ...checkedCase('TRIAGE'), reference }, 'TRIAGE');
    if (open.task) await world.stores.cases.createCase({ ...open, ...fields, task: { ...open.task, ...task } });
  }
  /** A browser of another member of the team, signed in. */
  const enter = async (who: string) => {
    const using = world.newBrowser();
    const asked = await using.post('/staff/sign-in', { mailbox: who });
    await using.post('/staff/sign-in/code', { mailbox: who, asker: hidden(asked, 'asker'), code: world.lastCode() });
    return using;
  };
  const using = await enter(mailbox);
  const get = (address: string) => {
    const { pathname, searchParams } = new URL(address, 'http://localhost');
    return using.get(pathname, Object.fromEntries(searchParams));
  };
  /** The references that a page shows, in its order. */
  const shown = async (query = '') => referencesIn((await get(at + query)).body);
  return { ...world, using, enter, get, shown };
}

export function referencesIn(body: string): string[] {
  return [...body.matchAll(/role="rowheader"[^>]*>\s*(?:<a [^>]*>)?(\w+)/g)].map(([, reference = '']) => reference);
}
