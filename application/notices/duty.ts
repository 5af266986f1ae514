import { addresseesOf } from '#domain/notices/addressees.ts';
import { type DeliverDeps, deliverNotice, type Sent } from './deliver.ts';

/**
 * Tells the duty mailbox that a referral declared a child at immediate risk, once for the same audit stub. The stub's
 * id takes the place of the reference. What cannot go now is sent by the sweeper.
 */
export function alertDuty(deps: DeliverDeps): (alarm: { readonly id: string }) => Promise<Sent> {
  const owed = { id: 'DUTY_ALERT-DUTY', kind: 'DUTY_ALERT', to: 'DUTY' } as const;
  return ({ id }) => deliverNotice(deps, owed, { reference: id, referral: addresseesOf(undefined) });
}
