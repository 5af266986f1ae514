import { type Area, areaSchema } from '#domain/referral/codes.ts';
import type { Referral } from '#domain/referral/schema.ts';
import type { AreaResult } from '#domain/rules/delay-areas.ts';
import { isNearMiss } from '#domain/rules/delay-words.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { NoteTable } from '../../engine/page-types.ts';
import { areaName, areasOf } from './area-names.ts';

type Assessed = Referral['assessments'][number];

/** Every area of the tool, assessed or not: ages with the delay in months, or scores if there are no ages. */
export function areaTable(
  assessments: readonly Assessed[],
  results: readonly AreaResult[],
  { delayFraction }: Policy,
): NoteTable {
  const tool = assessments[0]?.tool;
  const shown = areaSchema.options.filter(
    (area) => areasOf(tool).includes(area) || assessments.some((one) => one.area === area),
  );
  const assessed = (area: Area) => assessments.find((one) => one.area === area);
  if (results.length === 0) {
    const rows = shown.map((area) => [areaName(area, tool), ...scoreCells(assessed(area))]);
    return { head: ['Area', 'Score', 'Cut-off'], rows };
  }
  const counts = delayFraction === '1/2' ? 'Half or less' : 'Counts as a delay';
  const head = ['Area', 'Developmental age', 'Age at assessment', 'Delay', counts];
  const rows = shown.map((area) => {
    const result = results.find((one) => one.area === area);
    return [
      areaName(area, tool),
      ...(result ? ageCells(result, assessed(area), delayFraction) : [unaged(assessed(area)), '', '', '']),
    ];
  });
  return { head, rows };
}

/** The developmental age is shown as it was typed: rounded, it could read as half of the age. */
function ageCells(result: AreaResult, typed: Assessed | undefined, share: string): string[] {
  const { chronologicalAgeMonths, meets } = result;
  const developmentalAgeMonths = typed?.developmentalAgeMonths ?? result.developmentalAgeMonths;
  const behind = chronologicalAgeMonths - developmentalAgeMonths;
  const delay = behind <= 0 ? 'None' : months(behind);
  const near = isNearMiss(result, share) ? 'No, but close' : 'No';
  return [months(developmentalAgeMonths), months(chronologicalAgeMonths), delay, meets ? 'Yes' : near];
}

function unaged(assessed: Assessed | undefined): string {
  if (assessed?.score === undefined) return 'Not assessed';
  return `Score ${assessed.score}${assessed.cutOff === undefined ? '' : `, cut-off ${assessed.cutOff}`}`;
}

function scoreCells(assessed: Assessed | undefined): string[] {
  return [String(assessed?.score ?? 'Not assessed'), String(assessed?.cutOff ?? '')];
}

function months(count: number): string {
  const short = String(Number(count.toFixed(3)));
  return short === '1' ? '1 month' : `${short} months`;
}
