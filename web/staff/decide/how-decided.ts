import type { Decision } from '#domain/case/case.ts';
import { pathwayOf } from '#domain/case/decide.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plainDate } from '#domain/values/dates.ts';
import { sameChildWords } from '../same-child/words.ts';
import { decidedWords } from '../words.ts';
import { criterionInWords } from './criteria.ts';

interface Row {
  readonly label: string;
  readonly value: string;
}

/** What belongs to a decision beside its texts, as rows for the team: the list, the band, the criterion, and who decided it together. */
export function howDecided(decision: Omit<Decision, 'by' | 'decidedAt' | 'effectiveAt'>, policy: Policy): Row[] {
  const { list, band, criterion, meeting, second, urgentBecause, deferredTo, riskWhileWaiting, sameAs } = decision;
  return [
    row(sameChildWords.sameAs, sameAs),
    row('Waiting list', list?.locality),
    row('Band', band),
    row('Criterion', criterion && criterionInWords(criterion, policy)),
    row('Triage meeting', meeting && plainDate(meeting.on)),
    row('Who was there', meeting?.present.join(', ')),
    row('Second person', second && `${second.name}, ${second.role}`),
    row('Why it could not wait', urgentBecause),
    row(decidedWords.risk, riskWhileWaiting),
    row('Deferred to the meeting on', deferredTo && plainDate(deferredTo.on)),
  ].flat();
}

function row(label: string, value: string | number | undefined): Row[] {
  return value === undefined || value === '' ? [] : [{ label, value: String(value) }];
}

/** What the team is to do after a decision whose band is confirmed: no email asks for anything more. */
export function nextSteps({ outcome, band }: Pick<Decision, 'outcome' | 'band'>): readonly string[] {
  return band === undefined ? [] : onceListed(pathwayOf(outcome));
}

/** What the team is to do for a child on this list, beside confirming the band; no email says so. */
export function onceListed(pathway: string | undefined): readonly string[] {
  if (pathway === undefined) return [];
  const { stayAndPlay, littleTreasures } = decidedWords;
  return pathway === 'LITTLE_TREASURES' ? [stayAndPlay, littleTreasures] : [stayAndPlay];
}
