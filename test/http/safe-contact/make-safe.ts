import type { Stores } from '#adapters/records/stores.ts';
import { doFacts } from '#application/intake/do-facts.ts';
import { recordFamilyEmail } from '#application/intake/record-family-email.ts';
import { recordResponsibility } from '#application/intake/record-responsibility.ts';
import { confirmChannel } from '#application/todos/confirm-channel.ts';
import type { testClock } from '../doubles.ts';
import { type Given, NEW_MAILBOX } from './given.ts';
import { first, second } from './store-family.ts';

/** Beyond the last day of any safe channel, in minutes. */
export const FOUR_MONTHS = 122 * 24 * 60;

type Service = Parameters<typeof doFacts>[0] & Parameters<typeof confirmChannel>[0] & Pick<Stores, 'todos'>;

/** Two people find an email to the first adult safe, where they do, and then what happens after it. */
export async function makeSafe(
  deps: Service,
  clock: ReturnType<typeof testClock>,
  { confirmed, change }: Given,
  reference: string,
): Promise<void> {
  const { recordChannel, recordContact, recordMayHear } = doFacts(deps);
  const said = { reference, by: first, parent: '0', reason: 'She told us' };
  if (confirmed !== null) {
    await recordChannel({ ...said, channel: confirmed, on: '2026-12-24' });
    for (const todo of await deps.todos.todosOf(reference)) await confirmChannel(deps)(todo, second);
  }
  if (change === 'NEW_CONTACT') await recordContact({ ...said, channel: 'EMAIL', value: NEW_MAILBOX });
  if (change === 'RESPONSIBILITY') await recordResponsibility(deps)({ ...said, holds: 'YES', mayEmail: 'yes' });
  const someone = { agreed: [0], agreedName: '', agreedRole: '', told: [0], toldName: '', toldRole: '' };
  if (change === 'MAY_HEAR') await recordMayHear({ reference, by: first, reason: 'She told us', ...someone });
  if (change === 'STOPPED_AND_ALLOWED') {
    for (const isAllowed of [false, true])
      await recordFamilyEmail(deps)({ reference, by: first, isAllowed, reason: 'He reads it' });
  }
  if (change === 'FOUR_MONTHS') clock.advanceMinutes(FOUR_MONTHS);
}
