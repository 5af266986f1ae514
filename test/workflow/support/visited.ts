import { openVisit } from '#domain/support/block.ts';
import type { instance } from '../instance.ts';
import { decideForGood, refer } from '../road.ts';
import { answer, manager, OFFER, supportOf } from './offered.ts';

export type Visited = ReturnType<typeof instance>;

const slot = { id: 'V1', pathway: 'HOME_VISITING', locality: 'Taunton', day: 'TUESDAY', at: '09:30' };

/** A child whose initial assessment found home visits, whose family accepted a weekly visit, with the initial visit planned. */
export async function visitsAccepted(one: Visited, id = 'C01'): Promise<string> {
  const reference = await refer(one, id, {}, id);
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  const theCase = await one.cases.readCase(reference);
  if (!theCase?.list) throw new Error('The child is on no list.');
  const list = { ...theCase.list, pathway: 'HOME_VISITING' as const, band: 1 as const };
  await one.cases.saveCase({ ...theCase, version: theCase.version + 1, list });
  const made = await one.offer({ reference, offer: OFFER, slot: { ...slot, practitioner: 'kim' }, by: manager });
  if (made.kind !== 'MADE') throw new Error(`Not made: ${JSON.stringify(made)}`);
  await one.sweep();
  await answer(one, reference, 'ACCEPTED');
  await one.planVisit(reference, { on: '2026-09-29', at: '09:30', where: 'HOME' }, manager);
  return reference;
}

/** The visit that is planned takes place on its day, and what follows happens. */
export async function visitNow(one: Visited, reference: string, came = 'ATTENDED_SEEN'): Promise<void> {
  const { block } = await supportOf(one, reference);
  const visit = block && openVisit(block);
  if (!visit) throw new Error('No visit is planned.');
  const late = Date.parse(`${visit.on}T12:00:00Z`) - Date.parse(one.clock.now());
  if (late > 0) one.clock.advanceMinutes(late / 60_000);
  const result = await one.recordVisit(reference, { visit: visit.id, came, note: '' }, manager);
  if (!('support' in result) || 'refused' in result) throw new Error(`Not recorded: ${JSON.stringify(result)}`);
  await one.sweep();
}
