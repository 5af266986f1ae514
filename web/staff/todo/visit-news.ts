import { newsIn, visitAt } from '#domain/case/assessment.ts';
import type { Assessment, VisitNews } from '#domain/case/assessment-shape.ts';
import { instantInWords } from '../../access/instants.ts';
import { foundInWords } from '../assessments/words.ts';

const urgent: readonly string[] = ['BOOKED', 'MOVED', 'CANCELLED', 'REMINDER'] satisfies VisitNews[];

/** Whether a TODO is about the time of a visit, for which a letter could come too late. */
export function isOfVisit(why: string): boolean {
  return urgent.includes(newsIn(why) ?? '');
}

/** What a family is to hear of their first visit. */
export function visitNews(news: VisitNews, assessment: Assessment | undefined): readonly string[] {
  const { visit, done } = assessment ?? {};
  const when = visit ? [`It is on ${instantInWords(visitAt(visit))}, ${visit.where ?? 'at their home'}.`] : [];
  const call = 'They can call us if the time does not suit them. They keep their place on the waiting list.';
  switch (news) {
    case 'BOOKED':
      return ['We booked a first visit for their child.', ...when, call];
    case 'MOVED':
      return ['The first visit is now at another time.', ...when, call];
    case 'REMINDER':
      return ['The first visit is soon.', ...when, call];
    case 'CANCELLED':
      return [
        'The first visit will not take place at the time that we booked.',
        'We will agree another time with them.',
      ];
    case 'MISSED':
      return [
        'We missed each other at the first visit. We know that plans can change.',
        'We will agree another time with them.',
      ];
    case 'OUTCOME':
      return [
        `At the first visit we found what would help most: ${foundInWords(done?.outcome ?? '')}.`,
        'The visit does not start their wait again.',
        'They can call or email us with questions.',
      ];
  }
}
