import type { Case } from '../case/case.ts';
import { canBeSentTo, otherServiceOf } from '../case/sent-to.ts';
import { isSetService } from '../people/services.ts';
import { redirectedTo, serviceNameOf, serviceWith } from '../service/description/other-services.ts';
import type { ServiceDescription } from '../service/description/schema.ts';

/** What emails say of the other service: the one that people chose, whether it can be sent the referral, and who is sent it. */
export function redirectFacts(theCase: Case | undefined, description: ServiceDescription) {
  return {
    redirectedTo: theCase ? chosenIn(theCase, description) : null,
    canShare: theCase ? canBeSentTo(theCase) !== undefined : false,
    sharedWith: (theCase && serviceNameOf(otherServiceOf(theCase), description)) || description.advisoryTeachers.name,
  };
}

/** The service that people chose. A name that they typed with the decision stays behind the link, as every typed word does. */
function chosenIn(theCase: Case, description: ServiceDescription) {
  const chosen = redirectedTo(theCase);
  if (!chosen) return null;
  const { code, name = '' } = chosen;
  return serviceWith(code, description) ?? { code, name: isSetService(code) ? name : '', what: '' };
}
