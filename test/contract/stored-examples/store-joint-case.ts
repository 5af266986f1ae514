import type { Case } from '#domain/case/case.ts';
import { jointAgreed, jointDecided, jointOpened, jointViewGiven, jointWithdrawn } from '#domain/case/joint.ts';
import { jointLeft } from '#domain/case/joint-left.ts';
import { jointTold } from '#domain/case/joint-told.ts';
import { otherServiceActor, personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import type { changing } from './changing.ts';

const moment = { now: '2026-10-05T09:00:00.000Z', policyVersion: 1 };
const by = personActor('pat', 'Pat', 'Manager');
const physio = { to: 'SERVICE:SERVICE_2', by: otherServiceActor('physio@example.org') };
const services = [
  { to: 'SERVICE:SERVICE_1', name: 'SEND Support' },
  { to: physio.to, name: 'Physiotherapy' },
];
const agreement = { by, how: 'PHONE', on: '2026-10-05', services } as const;
const view = { what: 'TALK', reason: 'Water is new to her', name: 'Lee Ash', role: 'Physiotherapist' } as const;
const phoned = [{ to: 'SERVICE:SERVICE_1', name: 'Jo Hill', said: 'She knows the group' }];

/** Takes a child through a decision with other services, and keeps the case each time. */
export async function storeJointCase(change: ReturnType<typeof changing>): Promise<void> {
  const inSupport = (theCase: Case): Case => ({ ...theCase, status: 'IN_SUPPORT', list: null });
  await change('joint-agreed', (theCase) =>
    jointAgreed(inSupport(theCase), moment, { ...agreement, who: { name: 'Kit Low', role: 'Social worker' } }),
  );
  await change('joint-asked', (theCase) => jointTold(theCase, moment, 'JOINT_ASKED', defaultPolicy));
  await change('joint-opened', (theCase) => jointOpened(theCase, moment, physio.to, physio.by));
  await change('joint-viewed', (theCase) => jointViewGiven(theCase, moment, { ...view, ...physio }));
  const changed = { ...view, ...physio, what: 'AGREE', seen: moment.now } as const;
  await change('joint-view-changed', (theCase) => jointViewGiven(theCase, moment, changed));
  const decision = { by, isYes: false, reason: 'She is not ready', took: 'Pat, Jo Hill, Lee Ash', phoned };
  await change('joint-decided', (theCase) => jointDecided(theCase, moment, decision));
  await change('joint-agreed-again', (theCase) => jointAgreed(theCase, moment, { ...agreement, who: { place: 0 } }));
  await change('joint-withdrawn', (theCase) => jointWithdrawn(theCase, moment, by));
  await change('joint-left', (theCase) => {
    const again = jointAgreed(theCase, moment, { ...agreement, who: { place: 0 } });
    return again && jointLeft(again, moment, 'PORTAGE_GROUP');
  });
}
