import type { Referral } from '#domain/referral/schema.ts';
import { scoreAreas } from '#domain/rules/delay-areas.ts';
import type { Policy } from '#domain/service/policy.ts';
import { aboveAge } from '../../../components/record/above-age.ts';
import { areaName } from '../../../form/pages/development/area-names.ts';
import { areaTable } from '../../../form/pages/development/area-table.ts';

/** The ages and scores that will go with the answer, as the form shows them back: each area of them, and what may be mistyped. */
export function typedAreas(referral: Referral, today: string, policy: Policy) {
  const { assessments } = referral;
  const results = scoreAreas(referral, today, policy);
  const tool = assessments[0]?.tool;
  const { head, rows } = areaTable(assessments, results, policy);
  const names = new Set(assessments.map(({ area }) => areaName(area, tool)));
  const table = { head, rows: rows.filter(([name = '']) => names.has(name)) };
  return { table, above: aboveAge(results, (area) => areaName(area, tool)) };
}
