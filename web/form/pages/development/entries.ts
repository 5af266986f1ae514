import { type Area, areaSchema } from '#domain/referral/codes.ts';
import { readListAt } from '#domain/values/read-path.ts';
import { isObject } from '../../../http/json-body.ts';

export type Entry = Readonly<Record<string, unknown>> & { readonly area: Area };

/** The areas of which anything is said, each once. */
export function entriesIn(body: unknown): readonly Entry[] {
  const list = readListAt(body, 'assessments').filter(isObject);
  return areaSchema.options.flatMap((area) => {
    const found = list.find((entry) => entry.area === area && isSaid(entry));
    return found ? [{ ...found, area }] : [];
  });
}

function isSaid({ developmentalAgeMonths, score, cutOff }: Readonly<Record<string, unknown>>): boolean {
  return [developmentalAgeMonths, score, cutOff].some((value) => value !== undefined && value !== null);
}
