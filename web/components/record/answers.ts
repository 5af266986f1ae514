import type { AnsweredArea } from '#domain/case/answered-areas.ts';
import type { Case } from '#domain/case/case.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { codeInWords } from './words.ts';

/** What stands for an answer without words. */
export const ONLY_SENT = {
  documents: 'They sent documents only',
  areas: 'They gave ages or scores only',
  both: 'They sent documents, and ages or scores',
} as const;

/** One answer of the referrer for who reads the record: its words, and the age or score of each area that came with it. */
export function answerView({ at, text, evidence, areas = [], given }: Case['answers'][number]) {
  const only = areas.length === 0 ? 'documents' : evidence.length === 0 ? 'areas' : 'both';
  return {
    at: given ? plainDate(given.on) : instantInWords(at),
    text: text || ONLY_SENT[only],
    areas: areas.map(areaRow),
    given: givenInWords({ at, given }),
  };
}

function areaRow(answered: AnsweredArea) {
  const { area, tool, toolName, assessedOn } = answered;
  const how = `${toolName ?? codeInWords(tool)}, ${plainDate(assessedOn)}`;
  return { label: codeInWords(area), value: `${resultInWords(answered)} (${how})` };
}

/** The developmental age, the score or both, as they were given. */
export function resultInWords({
  developmentalAgeMonths: age,
  score,
  cutOff,
}: Pick<AnsweredArea, 'developmentalAgeMonths' | 'score' | 'cutOff'>): string {
  const scored = score === undefined ? '' : `score ${score}${cutOff === undefined ? '' : `, cut-off ${cutOff}`}`;
  const aged = age === undefined ? '' : `${age} ${age === 1 ? 'month' : 'months'}`;
  return [aged, scored].filter((part) => part !== '').join(', ') || 'not scored';
}

/** Who gave an answer and when, and who recorded it and when; blank where the referrer answered by their link. */
export function givenInWords({ at, given }: Pick<Case['answers'][number], 'at' | 'given'>): string {
  if (!given) return '';
  const said = `Given by ${given.name} on ${plainDate(given.on)}`;
  return `${said}. Recorded by ${actorInWords(given.by)} on ${instantInWords(at)}.`;
}
