import type { Moment } from '../process/process.ts';
import { type Assessment, type VisitNews, visitNewsSchema } from './assessment-shape.ts';
import type { Case } from './case.ts';
import { failedToParent } from './news-back.ts';

const KIND = 'ASSESSMENT_';

/**
 * What else changes when an email about the initial assessment reached no parent: the news is owed again. No email goes twice, so
 * staff are asked to tell it, as they are for a family without email. Nothing for what is old news by then.
 */
export function visitUnreached(theCase: Case, { now }: Moment, notice: string, why: string): Partial<Case> {
  const { assessment, unreached = [] } = theCase;
  const kind = failedToParent(notice, why)?.kind ?? '';
  const news = kind.startsWith(KIND) ? visitNewsSchema.safeParse(kind.slice(KIND.length)).data : undefined;
  const isKnown = unreached.some((one) => one.notice === notice && one.deadSince !== undefined);
  if (!assessment || assessment.owed || isKnown || news === undefined || !stands(assessment, news)) return {};
  return { assessment: { ...assessment, owed: { news, at: now } } };
}

/** Whether a family that did not hear of it still has to. */
function stands({ visit, done, missed }: Assessment, news: VisitNews): boolean {
  if (news === 'OUTCOME') return done !== undefined;
  if (news === 'MISSED') return visit === undefined && done === undefined && missed.length > 0;
  if (news === 'CANCELLED') return visit === undefined && done === undefined;
  return visit !== undefined;
}
