import type { Case } from '#domain/case/case.ts';
import { canBeSentTo, otherServiceOf } from '#domain/case/sent-to.ts';
import { serviceNameOf } from '#domain/service/description/other-services.ts';
import type { ServiceDescription } from '#domain/service/description/schema.ts';
import { sharingInWords } from '../forward/sharing.ts';
import { CHECK_AGAIN } from './words.ts';

/** The other service of a redirected referral: its name, blank where none was chosen, and how far sharing has come. */
export interface Redirect {
  readonly service: string;
  readonly canShare: boolean;
  readonly shared: readonly string[] | undefined;
}

/** Which service fits better, and whether this referral can be or is shared with it. */
export function redirectOf(theCase: Case, description: ServiceDescription): Redirect {
  const canShare = theCase.status === 'REDIRECTED' && canBeSentTo(theCase) !== undefined;
  return {
    service: serviceNameOf(otherServiceOf(theCase), description),
    canShare,
    shared: canShare ? sharingInWords(theCase) : undefined,
  };
}

/** What happens next with a referral that another service fits better. */
export function redirectSteps(redirect: Redirect): readonly string[] {
  return [...whichService(redirect), CHECK_AGAIN];
}

const NOT_SHARED = 'We have not shared the referral with that service.';

function whichService({ service, canShare, shared }: Redirect): readonly string[] {
  if (service === '') {
    return [
      'Call or email us to hear which service, and why.',
      'We have not shared the referral with another service.',
    ];
  }
  const name = `The service is: ${service}.`;
  if (shared) return [name, ...shared, 'That service decides what happens next.'];
  if (canShare) return [name, `${NOT_SHARED} The parents or carers must agree to that first.`];
  const yourself = 'If the parents or carers agree, contact that service yourself and ask how to refer the child.';
  return [name, `${NOT_SHARED} We will not do so.`, yourself];
}
