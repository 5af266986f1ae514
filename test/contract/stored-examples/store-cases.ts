import type { Stores } from '#adapters/records/stores.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { ADVISORY_TEACHERS } from '#domain/service/description/other-services.ts';
import { bodyOf } from '#test/cases.ts';
import { instance } from '#test/workflow/instance.ts';
import { caseOf, decide, decideForGood, letRetriesRun } from '#test/workflow/road.ts';

/** Keeps an item as it stands, under the name of its kind and what is special about it: `case.listed`. */
export type Keep = (name: string, pk: string, sk: string) => Promise<void>;

/** The references of a case in triage, of one on a list, and of those that people redirected and declined. */
export interface Stored {
  readonly inTriage: string;
  readonly listed: string;
  readonly redirected: string;
  readonly declined: string;
}

/** Sends referrals down the roads there are, and keeps each case at the points that differ in what is stored. */
export async function storeCases(stores: Stores, keep: Keep): Promise<Stored> {
  let isBroken = false;
  const fault = () => (isBroken ? new Error('out of order') : undefined);
  const one = instance({ stores, fault: (name) => (name === 'check-referral' ? fault() : undefined) });
  const keepCase = (what: string, reference: string) => keep(`case.${what}`, `REF#${reference}`, 'CASE');
  const send = async (nhsNumber: string, more: object = {}, patch: object = {}) => {
    one.evidence.upload('caller-1', 'evidence-1');
    const body = bodyOf('C01', ['evidence-1']);
    const child = { ...Object(body.child), nhsNumber };
    const sent = { ...body, child, ...patch };
    const result = await one.submit({ caller: 'caller-1', idempotencyKey: `key-${nhsNumber}`, body: sent, ...more });
    return result.kind === 'ACCEPTED' ? result.reference : Promise.reject(new Error(JSON.stringify(result)));
  };

  const listed = await send('9990007314');
  await keepCase('received', listed);
  await keep('referral.by-api', `REF#${listed}`, 'REFERRAL');
  await one.drain();
  await keepCase('in-triage', listed);
  await keep('check.to-triage', `REF#${listed}`, 'CHECK#1');
  await keep('notice.sent', `REF#${listed}`, 'NOTICE#ACKNOWLEDGEMENT-REFERRER');
  const duplicate = await send('9990007314', { idempotencyKey: 'key-again' });
  await one.drain();
  await keepCase('held-as-duplicate', duplicate);
  await decideForGood(one, listed, 'DEFER_TO_MEETING');
  await decide(one, listed, 'ACCEPT_INITIAL_ASSESSMENT', 'Close to home');
  await keepCase('decided', listed);
  one.clock.advanceMinutes(5);
  await one.sweepAlone();
  await keepCase('settled', listed);
  await one.sweep();
  await keepCase('listed', listed);

  const asked = await send('9990014620');
  await one.drain();
  await decideForGood(one, asked, 'REQUEST_INFORMATION');
  await keepCase('awaiting-referrer', asked);
  const evidence = [{ evidenceId: 'evidence-2', type: 'SOGS', title: 'Schedule of Growing Skills' }];
  one.evidence.upload('caller-1', 'evidence-2');
  const taskId = (await caseOf(one, asked)).task?.id ?? 'none';
  const by = referrerActor('r@example.org');
  const areas = [{ area: 'locomotor', tool: 'SOGS', assessedOn: '2026-09-20', developmentalAgeMonths: 11 }] as const;
  await one.answer({ reference: asked, taskId, by, text: 'She plays alone', evidence, areas: [...areas] });
  await one.sweep();
  await keepCase('answered', asked);
  await decideForGood(one, asked, 'DECLINE');
  await keepCase('declined', asked);
  await keepCase('declined-family-written-to', asked);

  const consent = { parentAgreesToReferral: false, parentUnderstandsAims: true };
  const stopped = await send('9990021937', {}, { consent });
  await one.drain();
  await keepCase('not-accepted', stopped);

  const paperEntry = {
    referralOn: '2026-09-22',
    cameBy: 'PAPER' as const,
    enteredBy: { mailbox: 'triage-1@example.org', name: 'Sam Field', role: 'Portage practitioner' },
  };
  const suspicious = await send('9990036551', { paperEntry, isSuspect: true });
  await keep('referral.entered', `REF#${suspicious}`, 'REFERRAL');
  await one.drain();
  await keepCase('held-for-a-person', suspicious);

  const redirected = await send('9990060002');
  await one.drain();
  await decideForGood(one, redirected, 'REDIRECT', 'She is three soon', {
    service: ADVISORY_TEACHERS,
    message: 'They support children from the age of 3',
  });
  await keepCase('redirected', redirected);

  const inTriage = await send('9990058482');
  await one.drain();

  isBroken = true;
  const parked = await send('9990051178');
  await one.drain();
  await letRetriesRun(one);
  await keepCase('parked', parked);
  return { inTriage, listed, redirected, declined: asked };
}
