import type { EvidenceContentType } from '../referral/document/content-types.ts';
import { addMonths } from '../values/dates.ts';

/** The document of the canary, so small that it is written out. It says that it is of no child. */
export const canaryDocument = {
  contentType: 'application/pdf' as const satisfies EvidenceContentType,
  bytes: new TextEncoder().encode(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]>>endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF',
      '',
    ].join('\n'),
  ),
};

/** How old the child of the canary is, in months: of an age at which the service takes referrals. */
const MONTHS = 24;

/**
 * The referral that the canary sends on this date: about no child, and it says so wherever a person could read it. Everyone in
 * it is reached at the mailbox of the canary.
 */
export function canaryReferral(today: string, mailbox: string, evidenceId: string): unknown {
  const person = 'Canary (fictional)';
  return {
    child: { firstName: 'Canary', lastName: 'Fictional', dob: addMonths(today, -MONTHS), gestationWeeks: 40 },
    referrer: { role: 'HEALTH_VISITOR', name: person, email: mailbox },
    family: { parents: [{ name: person, relationship: 'mother', email: mailbox }] },
    locality: 'Taunton',
    postcode: 'TA1 9ZZ',
    diagnosis: null,
    physicalDevelopmentSignificantlyAffected: false,
    immediateRisk: false,
    assessments: [
      { area: 'locomotor', developmentalAgeMonths: 12, tool: 'SOGS', assessedOn: today },
      { area: 'manipulative', developmentalAgeMonths: 12, tool: 'SOGS', assessedOn: today },
    ],
    evidence: [{ type: 'SOGS', title: 'Test of the service, about no child', dated: today, evidenceId }],
    otherInterventions: [],
    settingHoursPerWeek: 0,
    consent: { parentAgreesToReferral: true, parentUnderstandsAims: true },
    availability: { weeklyHomeVisits: true },
  };
}
