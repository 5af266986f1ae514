import { actorId } from '../people/actor.ts';
import { londonInstant } from '../values/dates.ts';
import { type Assessment, type Visit, type VisitNews, visitNewsSchema } from './assessment-shape.ts';
import type { Case } from './case.ts';

/** How often a child is missed before a person decides how it goes on. Source: local choice. */
export const MISSES_UNTIL_ASKED = 2;

/** The assessment of a case, also before anything happened. */
export function assessmentOf({ assessment }: Pick<Case, 'assessment'>): Assessment {
  return assessment ?? { bookings: 0, missed: [] };
}

/** The instant at which a visit begins. */
export function visitAt({ on, at }: Pick<Visit, 'on' | 'at'>): string {
  return londonInstant(on, at);
}

/** Whether the child waits for an initial assessment, so that one can be booked. A child of a file that no one has released does not. */
export function waitsForAssessment({ status, list }: Pick<Case, 'status' | 'list'>): boolean {
  return status === 'ON_WAITING_LIST' && list?.pathway === 'INITIAL_ASSESSMENT' && list.quiet === undefined;
}

/** Whether this colleague visits the child, or recorded what came of a visit. */
export function isVisitedBy({ assessment }: Pick<Case, 'assessment'>, person: string): boolean {
  const recorded = [...(assessment?.missed ?? []), ...(assessment?.done ? [assessment.done] : [])];
  return assessment?.visit?.person === person || recorded.some(({ by }) => actorId(by) === person);
}

/** What is owed of an assessment, with its number: of the booking, of the missed visit, or of the outcome. Undefined for nothing. */
export function visitOwed({ assessment }: Pick<Case, 'assessment'>): string | undefined {
  const { owed, bookings = 0, missed = [] } = assessment ?? {};
  return owed && `${owed.news}${owed.news === 'MISSED' ? missed.length : bookings}`;
}

const ABOUT = 'VISIT_';

/** What a TODO to tell a family of this is about, as a code: `VISIT_BOOKED2`. */
export function visitWhy(owed: string): string {
  return `${ABOUT}${owed}`;
}

/** The news that such a code is about; undefined for what is about something else. */
export function newsIn(why: string): VisitNews | undefined {
  const [, news] = /^VISIT_([A-Z]+)\d+$/.exec(why) ?? [];
  return visitNewsSchema.safeParse(news).data;
}

/** Why no one needs to tell a family of this any more, as a code; undefined while someone does. */
export function whyVisitIsOver(
  why: string,
  { assessment, status }: Pick<Case, 'assessment' | 'status'>,
): string | undefined {
  const news = newsIn(why);
  if (news === 'OUTCOME') return undefined;
  if (status !== 'ON_WAITING_LIST' || assessment?.done) return 'NOT_LISTED';
  const isOfNow = why.endsWith(String(news === 'MISSED' ? assessment?.missed.length : assessment?.bookings));
  const isBooked = assessment?.visit !== undefined;
  const needsVisit = news === 'BOOKED' || news === 'MOVED' || news === 'REMINDER';
  return isOfNow && isBooked === needsVisit ? undefined : 'NOT_BOOKED';
}

/** What an index shows of an assessment that is booked, or that someone must decide about; undefined for none of it. */
export function visitCopies({ assessment, list }: Pick<Case, 'assessment' | 'list'>) {
  if (!assessment || list?.pathway !== 'INITIAL_ASSESSMENT') return undefined;
  const { visit, asked } = assessment;
  if (asked) return { visitAsked: true };
  return visit && { visitAt: visitAt(visit), visitBy: visit.person };
}

/** Whether a person still decides what this TODO asks after missed visits. */
export function isAskedAfter(id: string, { assessment, status }: Pick<Case, 'assessment' | 'status'>): boolean {
  const isOpen = assessment?.asked !== undefined && status === 'ON_WAITING_LIST';
  return isOpen && id.endsWith(`MISSED${assessment.missed.length}`);
}

/** Whether the case ended with what was found at the initial assessment, of which the family is told by its own letter. */
export function endedAtVisit({ assessment, status }: Pick<Case, 'assessment' | 'status'>): boolean {
  return status === 'CLOSED' && assessment?.done?.outcome === 'STAY_AND_PLAY_ALONE';
}
