import { type Finding, openFindings, type Reconciliation } from '#domain/process/reconciliation.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { isReference } from '#domain/values/reference.ts';
import { instantInWords } from '../../access/instants.ts';
import type { Cell } from '../../components/table/table.ts';
import { caseAt } from '../address.ts';
import { findingInWords } from './record-words.ts';

/** What the front page shows of the records that were compared: references and codes in words, and nothing else. */
export function recordsShown(reconciliation: Reconciliation | undefined, now: string, base: string) {
  const isToday = reconciliation !== undefined && londonDateOf(reconciliation.asOf) === londonDateOf(now);
  const rowOf = (finding: Finding): Cell[] => {
    const { record, fault } = findingInWords(finding);
    const { reference } = finding;
    return [
      { text: reference, href: isReference(reference) ? base + caseAt(reference) : undefined },
      ...[{ text: record }, { text: fault }, { text: instantInWords(finding.at) }],
    ];
  };
  return {
    repairedToday: isToday ? reconciliation.repairedToday : 0,
    repaired: isToday ? reconciliation.repaired.map(rowOf) : [],
    open: reconciliation ? openFindings(reconciliation).map(rowOf) : [],
  };
}
