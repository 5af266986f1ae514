import type { PlacedRow } from '#application/lists/read-list.ts';
import { JOINT_PATHWAY } from '#domain/case/joint-left.ts';
import { explainPlace } from '#domain/lists/explain.ts';
import { isRowHeldOn } from '#domain/lists/hold.ts';
import { promptWords } from '#domain/lists/prompt-words.ts';
import { daysBetween, plainDate } from '#domain/values/dates.ts';
import { codeInWords } from '../../components/record/words.ts';
import type { Cell } from '../../components/table/table.ts';
import { placeAt } from '../place/address.ts';
import { listsWords as words } from './words.ts';

/** How far off the target date is; over it says so. */
export function timeLeft(targetOn: string, today: string): string {
  const days = daysBetween(today, targetOn);
  if (days === 0) return words.today;
  return days > 0 ? words.left(days) : words.daysOver(-days);
}

/** One child of a list: the place and why, the reference, the target date, and what there is to look at. */
export function cellsOf({ row, tally }: PlacedRow, today: string, base: string): Cell[] {
  const { reference, band, suggestedBand, targetOn = '', more } = row;
  const isOver = targetOn < today;
  return [
    { text: reference, href: `${base}${placeAt(reference)}` },
    { text: explainPlace({ band, suggestedBand, broadAreas: more?.broadAreas, targetOn }, tally) },
    { text: targetOn === '' ? '' : plainDate(targetOn) },
    { text: targetOn === '' ? '' : timeLeft(targetOn, today), mark: isOver ? words.overTag : undefined },
    { lines: lookAt(row, today) },
  ];
}

/** Whether other services have still to say yes. Of a place that a support holds the row does not say it. */
function isToDecide({ more, pathway, holder }: PlacedRow['row']): boolean {
  return pathway === JOINT_PATHWAY && holder === 'CASE' && more?.joint !== 'YES';
}

/** What there is to look at of a child who waits: the hold that stands, that no one has released them, an open offer, the band, and the prompts. */
export function lookAt(row: PlacedRow['row'], today: string): string[] {
  const { band, more, prompts = [] } = row;
  const held = more?.heldUntil ? words.heldUntil(plainDate(more.heldUntil)) : words.heldTag;
  return [
    ...(isRowHeldOn(more, today) ? [held] : []),
    ...(more?.quietSince === undefined ? [] : [words.quiet]),
    ...(more?.offered === undefined ? [] : [words.offered]),
    ...(isToDecide(row) ? [more?.joint === 'NO' ? words.jointNo : words.joint] : []),
    ...(band === undefined ? [words.confirm] : []),
    ...prompts.map((code) => promptWords.get(code) ?? codeInWords(code)),
  ];
}
