import type { Referral } from '../referral/schema.ts';
import { type Finding, published } from './finding.ts';

const stop = {
  rule: 'agreement',
  shownAs: 'reason',
  effect: 'STOP',
  source: 'published',
  reference: published.agreement,
} as const;

/** The stops for want of the parents' agreement; none when they agree and the aims were explained (RULES, agreement). */
export function agreementStops({ consent }: Referral): Finding[] {
  const findings: Finding[] = [];
  if (!consent.parentAgreesToReferral) {
    const sentence = 'The parents do not agree to the referral, so it cannot continue.';
    findings.push({ ...stop, code: 'PARENT_DOES_NOT_AGREE', value: 'no', threshold: 'the parents agree', sentence });
  }
  if (!consent.parentUnderstandsAims) {
    const sentence = 'The aims of Portage were not explained to the parents, so the referral cannot continue yet.';
    findings.push({
      ...stop,
      code: 'AIMS_OF_PORTAGE_NOT_EXPLAINED',
      value: 'no',
      threshold: 'the aims were explained',
      sentence,
    });
  }
  return findings;
}
