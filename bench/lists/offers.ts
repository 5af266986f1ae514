import { MACHINE, personActor } from '#domain/people/actor.ts';
import { changed } from '#domain/support/change.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { entryOf, listsWorld, type Row } from './lists-world.ts';

const AT = { now: '2026-09-01T09:00:00.000Z', policyVersion: 1 };
const by = personActor('manager', 'A Manager', 'service manager');
/** Weekly visits of one practitioner, of whom each is free. */
const TIMES = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'];
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;

/**
 * What the page of offers costs with 40 free visits, where a tenth of the children have an offer that is open, and every second
 * child was offered something before.
 */
export async function offersRow(children: number): Promise<Row> {
  const { deps, stores, references, refer, using, row } = await listsWorld(children, 'HOME_VISITING');
  const kim = { id: 'kim', name: 'Kim Park', mailbox: 'kim@example.org', roles: ['PRACTITIONER' as const] };
  await deps.changeTeam({ change: 'JOIN', ...kim }, MACHINE);
  await deps.changeCapacity({ change: 'PRACTITIONER', person: 'kim', locality: 'Taunton' }, MACHINE);
  for (const day of DAYS) {
    const slots = { day, at: TIMES, from: '2026-09-28', until: '' };
    await deps.changeCapacity({ change: 'SLOTS', person: 'kim', locality: 'Taunton', ...slots }, MACHINE);
  }
  for (const [n, reference] of references.entries()) {
    if (n % 2 === 0) continue;
    await refer(reference);
    const support = newSupport(reference, entryOf(reference, n, 'HOME_VISITING'), AT);
    const slot = { id: `before-${n}`, pathway: 'HOME_VISITING', locality: 'Taunton', day: 'MONDAY', at: '10:00' };
    const offered = n % 10 === 1 ? offerMade(support, AT, { id: `O${n}`, slot, by }) : changed(support, AT, {});
    if (offered) await stores.supports.createSupport({ ...offered, version: 1 });
    const theCase = await stores.cases.readCase(reference);
    if (theCase)
      await stores.cases.saveCase({
        ...{ ...theCase, version: theCase.version + 1, status: 'IN_SUPPORT', list: null },
        toSupport: { at: AT.now, doneAt: AT.now },
      });
  }
  return row('offers: free places and open offers', () => using.get('/staff/offers'));
}
