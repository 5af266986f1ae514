import { type Area, areaSchema } from '#domain/referral/codes.ts';
import { codeInWords } from '../../../components/record/words.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { isObject } from '../../../http/json-body.ts';
import { areaFields } from '../../pages/development/areas.ts';
import { assessedOnField, givesField, knownTools, toolField, toolNameField } from '../../pages/development/tool.ts';
import { typedOf } from './typed.ts';

type Entry = Readonly<Record<string, unknown>> & { readonly area: Area };

const MOST_CHARACTERS = 100;

/** The pages of development as they would have been filled in: one tool, one day, and other days where they were others. */
export function areasTyped(body: unknown): FormFields {
  const entries = entriesIn(body);
  if (entries.length === 0) return {};
  const day = commonDayOf(entries);
  return Object.assign(
    {},
    toolTyped(entries),
    { [givesField.path]: givenBy(entries) },
    typedOf(assessedOnField, day),
    ...entries.map((entry) => areaTyped(entry, day)),
  );
}

/** The areas of which anything is said, each once. */
export function entriesIn(body: unknown): readonly Entry[] {
  const list: readonly unknown[] = isObject(body) && Array.isArray(body.assessments) ? body.assessments : [];
  const areas = areaSchema.options.flatMap((area) => {
    const found = list.filter(isObject).find((entry) => entry.area === area && isSaid(entry));
    return found ? [{ ...found, area }] : [];
  });
  return areas;
}

function isSaid({ developmentalAgeMonths, score, cutOff }: Readonly<Record<string, unknown>>): boolean {
  return [developmentalAgeMonths, score, cutOff].some((value) => value !== undefined && value !== null);
}

function areaTyped(entry: Entry, day: unknown): FormFields {
  const { age, score, cutOff, on } = areaFields(entry.area);
  const another = entry.assessedOn === day ? {} : typedOf(on, entry.assessedOn);
  const ages = typedOf(age, entry.developmentalAgeMonths);
  return { ...ages, ...typedOf(score, entry.score), ...typedOf(cutOff, entry.cutOff), ...another };
}

function givenBy(entries: readonly Entry[]): string {
  const hasAges = entries.some(({ developmentalAgeMonths }) => developmentalAgeMonths !== undefined);
  const hasScores = entries.some(({ score, cutOff }) => score !== undefined || cutOff !== undefined);
  return hasAges && hasScores ? 'BOTH' : hasScores ? 'SCORES' : 'AGES';
}

/** The day of most areas; none as soon as one has none, because every other can have its own. */
function commonDayOf(entries: readonly Entry[]): unknown {
  const days = entries.map(({ assessedOn }) => assessedOn);
  if (days.includes(undefined)) return undefined;
  const count = (day: unknown) => days.filter((one) => one === day).length;
  return days.reduce((most, day) => (count(day) > count(most) ? day : most));
}

/** The tool by its code, or as another one by its name. Several tools keep their names, with the areas of each. */
function toolTyped(entries: readonly Entry[]): FormFields {
  const [only, ...more] = toolsOf(entries);
  const another = (name: string) => ({
    [toolField.path]: 'OTHER',
    [toolNameField.path]: name.slice(0, MOST_CHARACTERS),
  });
  if (!only) return {};
  if (more.length > 0) {
    const full = [only, ...more].map(({ name, areas }) => `${name} (${areas.join(', ')})`).join('; ');
    return another(full.length > MOST_CHARACTERS ? [only, ...more].map(({ name }) => name).join('; ') : full);
  }
  if (!knownTools.includes(only.code)) return another(only.name);
  return { [toolField.path]: only.code, ...(only.toolName !== undefined && { [toolNameField.path]: only.toolName }) };
}

/** Each tool of a referral, with the areas that it was used for. */
function toolsOf(entries: readonly Entry[]) {
  const keyOf = ({ tool, toolName }: Entry) => JSON.stringify([tool, toolName]);
  return [...new Set(entries.map(keyOf))].map((key) => {
    const mine = entries.filter((entry) => keyOf(entry) === key);
    const code = String(mine[0]?.tool ?? '');
    const toolName = typeof mine[0]?.toolName === 'string' ? mine[0].toolName : undefined;
    return { code, toolName, name: toolName ?? codeInWords(code), areas: mine.map(({ area }) => codeInWords(area)) };
  });
}
