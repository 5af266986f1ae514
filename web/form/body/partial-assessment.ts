import { type Assessment, assess } from '#domain/rules/assessment.ts';
import type { Policy } from '#domain/service/policy.ts';
import { addMonths, isRealDate } from '#domain/values/dates.ts';
import { isObject } from '../../http/json-body.ts';

/** A referral about which the rules have nothing to say; it stands in for what was not answered yet. */
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
  // Not 0: until it is asked, nobody has said that the child attends no setting.
  settingHoursPerWeek: 1,
  consent: { parentAgreesToReferral: true, parentUnderstandsAims: true },
  availability: { weeklyHomeVisits: true },
};

export type Part = 'consent' | 'evidence' | 'otherInterventions' | 'settingHoursPerWeek' | 'assessments';

/**
 * What the rules say of the parts of a referral that were answered, as if the rest were unremarkable. The child's date of
 * birth is always taken, once it is a real one.
 */
export function partialAssessment(body: unknown, parts: readonly Part[], today: string, policy: Policy): Assessment {
  return assess(partialReferral(body, parts, today), today, policy);
}

/** The parts of a referral that were answered, in one about which there is nothing else to say. */
export function partialReferral(body: unknown, parts: readonly Part[], today: string): unknown {
  const given = isObject(body) ? body : {};
  const child = isObject(given.child) ? given.child : {};
  const dob = birthDateIn(body) ?? addMonths(today, -12);
  const gestationWeeks = typeof child.gestationWeeks === 'number' ? { gestationWeeks: child.gestationWeeks } : {};
  const known = Object.fromEntries(parts.flatMap((part) => (given[part] === undefined ? [] : [[part, given[part]]])));
  const stand = { ...unremarkable, child: { firstName: 'x', lastName: 'x', dob, ...gestationWeeks } };
  return { ...stand, ...known };
}

/** The child's date of birth once it is a real date. */
export function birthDateIn(body: unknown): string | undefined {
  const dob = isObject(body) && isObject(body.child) ? body.child.dob : undefined;
  return typeof dob === 'string' && isRealDate(dob) ? dob : undefined;
}
