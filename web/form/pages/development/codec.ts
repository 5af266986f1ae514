import { areaSchema } from '#domain/referral/codes.ts';
import { formatValue, placed } from '../../engine/codec.ts';
import type { Answers } from '../../engine/fields.ts';
import type { PageCodec, Placed } from '../../engine/page-types.ts';
import { areaFields } from './area-fields.ts';
import { type Entry, entriesIn } from './entries.ts';
import { assessedOnField, givenIn, toolField, toolNameField } from './tool.ts';
import { formatTool, gives } from './tool-typed.ts';

/** Both pages of development: one tool and one day, and in each area its own results, and its own day where that was another. */
export const development: PageCodec = { parse, format };

/** The areas that were assessed, in the order of the schema. */
function parse(answers: Answers): readonly Placed[] {
  const given = givenIn(answers);
  let count = 0;
  return areaSchema.options.flatMap((area) => {
    const fields = areaFields(area);
    const at = `assessments[${count}]`;
    const ages = given.ages ? [placed(fields.age, answers, `${at}.developmentalAgeMonths`)] : [];
    const scores = [placed(fields.score, answers, `${at}.score`), placed(fields.cutOff, answers, `${at}.cutOff`)];
    const own = [...ages, ...(given.scores ? scores : [])];
    const [first] = own;
    if (!first || own.every(({ value }) => value === undefined)) return [];
    count += 1;
    const day = placed(fields.on, answers, `${at}.assessedOn`);
    return [
      { ...first, path: `${at}.area`, value: area },
      ...own,
      placed(toolField, answers, `${at}.tool`),
      placed(toolNameField, answers, `${at}.toolName`),
      day.value === undefined ? placed(assessedOnField, answers, day.path) : day,
    ];
  });
}

/** As much of the assessments as the pages have a place for. */
function format(body: unknown): Answers {
  const entries = entriesIn(body);
  if (entries.length === 0) return {};
  const day = commonDayOf(entries);
  const areas = entries.map((entry) => formatArea(entry, day));
  return Object.assign({}, formatTool(entries), gives(entries), formatValue(assessedOnField, day), ...areas);
}

function formatArea({ area, developmentalAgeMonths, score, cutOff, assessedOn }: Entry, day: unknown): Answers {
  const fields = areaFields(area);
  return {
    ...formatValue(fields.age, developmentalAgeMonths),
    ...formatValue(fields.score, score),
    ...formatValue(fields.cutOff, cutOff),
    ...(assessedOn === day ? {} : formatValue(fields.on, assessedOn)),
  };
}

/** The day of most areas; none as soon as one has none, because every other can have its own. */
function commonDayOf(entries: readonly Entry[]): unknown {
  const days = entries.map(({ assessedOn }) => assessedOn);
  if (days.includes(undefined)) return undefined;
  const count = (day: unknown) => days.filter((one) => one === day).length;
  return days.reduce((most, day) => (count(day) > count(most) ? day : most));
}
