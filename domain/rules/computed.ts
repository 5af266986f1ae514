import type { Referral } from '../referral/schema.ts';
import type { Policy } from '../service/policy.ts';
import type { ageAt } from '../values/dates.ts';
import { toTwoDecimals } from '../values/fraction.ts';
import { countAreas } from './delay.ts';
import type { AreaResult } from './delay-areas.ts';
import { otherHelp } from './hours.ts';

/** The numbers behind an assessment, to two decimals; how many there are depends on how far it went (RULES). */
export interface Computed {
  readonly ageAtReferral?: ReturnType<typeof ageAt>;
  readonly thirdBirthday?: string;
  readonly receptionEnds?: string;
  readonly areas?: readonly AreaResult[];
  readonly areasMeetingDelay?: number;
  readonly broadAreasMeetingDelay?: number;
  readonly areasMeetingDelayCorrected?: number;
  readonly otherInterventionHours?: number;
  readonly otherInterventionShareOfWeek?: number;
}

/** The numbers of a referral that reaches people, after those in `base`. */
export function computedFrom(
  base: Computed,
  areas: readonly AreaResult[],
  referral: Referral,
  policy: Policy,
): Computed {
  const { met, broad, metCorrected } = countAreas(areas);
  const { hours, share } = otherHelp(referral, policy);
  return {
    ...base,
    areas,
    areasMeetingDelay: met,
    broadAreasMeetingDelay: broad,
    ...(metCorrected !== undefined && met >= policy.minAreas && { areasMeetingDelayCorrected: metCorrected }),
    otherInterventionHours: toTwoDecimals(hours),
    otherInterventionShareOfWeek: toTwoDecimals(share),
  };
}
