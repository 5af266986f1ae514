import { type Assessment, assess } from '#domain/rules/assessment.ts';
import type { Policy } from '#domain/service/policy.ts';
import { addMonths, isRealDate } from '#domain/values/dates.ts';
import { isObject } from '../../http/json-body.ts';

/** A referral without findings. It stands in for the answers that are still missing. */
const unremarkable = {
  referrer: { role: 'OTHER', name: 'x', email: 'x@example.org' },
  family: { parents: [{ name: 'x', phone: '01632 960000' }] },
  locality: 'Taunton',
  postcode: 'TA1 1AA',
  physicalDevelopmentSignificantlyAffected: false,
  immediateRisk: false,
  assessments: [],
  evidence: [{ type: 'SOGS', title: 'x' }],
  otherInterventions: [],
  // Not 0, because 0 would say that the child goes to no setting.
  settingHoursPerWeek: 1,
  consent: { parentAgreesToReferral: true, parentUnderstandsAims: true },
  availability: { weeklyHomeVisits: true },
};

export type Part = 'consent' | 'evidence' | 'otherInterventions' | 'settingHoursPerWeek' | 'assessments';

/** What the rules say about the answered parts of a referral. Always uses the child's date of birth once it is real. */
export function partialAssessment(body: unknown, parts: readonly Part[], today: string, policy: Policy): Assessment {
  return assess(partialReferral(body, parts, today), today, policy);
}

/** The answered parts, inside a referral without other findings. */
export function partialReferral(body: unknown, parts: readonly Part[], today: string): unknown {
  const given = isObject(body) ? body : {};
  const child = isObject(given.child) ? given.child : {};
  const dob = birthDateIn(body) ?? addMonths(today, -12);
  const gestationWeeks = typeof child.gestationWeeks === 'number' ? { gestationWeeks: child.gestationWeeks } : {};
  const known = Object.fromEntries(parts.flatMap((part) => (given[part] === undefined ? [] : [[part, given[part]]])));
  const stand = { ...unremarkable, child: { firstName: 'x', lastName: 'x', dob, ...gestationWeeks } };
  return { ...stand, ...known };
}

/** The child's date of birth, if it is a real date. */
export function birthDateIn(body: unknown): string | undefined {
  const dob = isObject(body) && isObject(body.child) ? body.child.dob : undefined;
  return typeof dob === 'string' && isRealDate(dob) ? dob : undefined;
}
