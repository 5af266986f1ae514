import type { FormFields } from '../../http/form-body.ts';
import { referenceOfItem } from '../acts/act.ts';
import { actPageWords } from '../acts/words.ts';

/** The id of the first box, to which what is wrong leads. */
export const TICKS = 'tick';

const nameOf = (item: string) => `${TICKS}-${item}`;

/** Of these, what was ticked by hand. */
export function tickedOf(items: readonly string[], fields: FormFields): readonly string[] {
  return items.filter((item) => fields[nameOf(item)] === 'YES');
}

/** A box for each of these; none is ticked before someone does. */
export function ticksOf(items: readonly string[], fields: FormFields) {
  const ticked = new Set(tickedOf(items, fields));
  return {
    legend: actPageWords.tick,
    items: items.map((item) => ({
      ...{ name: nameOf(item), value: 'YES', text: referenceOfItem(item), checked: ticked.has(item) },
    })),
  };
}

/** What is wrong where nothing was ticked. */
export function tickProblems(items: readonly string[]) {
  return items.length > 0 ? [] : [{ path: TICKS, message: actPageWords.tickMissing }];
}
