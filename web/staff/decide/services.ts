import type { DecisionContext } from '#application/triage/decision-context.ts';
import { hasMailbox } from '#domain/case/sent-to.ts';
import { OTHER_SERVICE, otherServices } from '#domain/service/description/other-services.ts';
import { describeService } from '#domain/service/description.ts';
import type { StaffDeps } from '../deps.ts';
import { fieldWords } from './field-words.ts';

/** The services to which a decision can redirect, each with what becomes of the referral. */
export function serviceChoices(
  { policy, config }: Pick<StaffDeps, 'policy' | 'config'>,
  { services }: Pick<DecisionContext, 'services'>,
) {
  const named = otherServices(describeService(policy, config.description));
  return [...named, ...services, { code: OTHER_SERVICE, name: fieldWords.other }].map(({ code, name }) => ({
    ...{ code, name },
    hint: hasMailbox(code) ? fieldWords.sent : fieldWords.notSent,
  }));
}
