import type { FamilyPagesDeps } from '../family-pages/deps.ts';
import { doFamilyPages } from '../family-pages/do-family-pages.ts';
import { doJoint } from '../joint/do-joint.ts';
import { decideErasure, recordErasureAnswer } from '../operations/decide-erasure.ts';
import { setLegalHold } from '../operations/set-legal-hold.ts';
import type { StepDeps } from '../step-deps.ts';
import { correctBirthDate } from './correct-birth-date.ts';
import { type ChannelDeps, recordChannel } from './record-channel.ts';
import { recordContact } from './record-contact.ts';
import { recordFamilyEmail } from './record-family-email.ts';
import { recordMayHear } from './record-may-hear.ts';
import { recordResponsibility } from './record-responsibility.ts';
import { recordSafePlace } from './record-safe-place.ts';

type Deps = ChannelDeps &
  StepDeps &
  Parameters<typeof correctBirthDate>[0] &
  Parameters<typeof recordFamilyEmail>[0] &
  FamilyPagesDeps;

/** What staff can record of a child and a family: corrections, how they are reached, who may be told, and what is decided with other services. */
export function doFacts(deps: Deps) {
  return {
    ...doFamilyPages(deps),
    ...doJoint(deps),
    recordChannel: recordChannel(deps),
    recordContact: recordContact(deps),
    recordMayHear: recordMayHear(deps),
    correctBirthDate: correctBirthDate(deps),
    recordFamilyEmail: recordFamilyEmail(deps),
    recordSafePlace: recordSafePlace(deps),
    recordResponsibility: recordResponsibility(deps),
    setLegalHold: setLegalHold(deps),
    decideErasure: decideErasure(deps),
    recordErasureAnswer: recordErasureAnswer(deps),
  };
}

export type DoFacts = ReturnType<typeof doFacts>;
