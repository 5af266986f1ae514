import { newsIn } from '#domain/case/assessment.ts';
import type { Case } from '#domain/case/case.ts';
import { CHECK_IN } from '#domain/case/check-in.ts';
import { isOpen } from '#domain/case/codes.ts';
import { endedOverAge } from '#domain/case/ended-as.ts';
import { PLACE } from '#domain/case/place-told.ts';
import { PLAY } from '#domain/case/play.ts';
import { ASKED, NOT_ANSWERED } from '#domain/case/questioned.ts';
import { SCHOOL } from '#domain/case/school.ts';
import { cameBackNth, DELAYED, ENDED, REOPENED } from '#domain/case/told.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { parentsNotEmailed, parentsToTellInPerson } from '#domain/notices/recipients.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { toArrange } from '#domain/safe-contact/reads.ts';
import type { Policy } from '#domain/service/policy.ts';
import { openOffer, type Support } from '#domain/support/support.ts';
import { isOfOffer } from '#domain/support/told.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import { askedInWords } from '../../referral/answer/asked.ts';
import type { StaffDeps } from '../deps.ts';
import { arrangeInWords, arrangeWords } from './arrange.ts';
import { checkInNews } from './check-in-news.ts';
import { offerNews } from './offer-news.ts';
import { playNews, schoolNews } from './school-news.ts';
import { isOfVisit, visitNews } from './visit-news.ts';
import { whoToTell } from './who-to-tell.ts';
import {
  askedNews,
  delayedNews,
  endedNews,
  listedNews,
  placeNews,
  reopenedNews,
  tellFaultWords,
  tellWords,
  toldHow,
  whoWords,
} from './words.ts';

interface TellSources {
  readonly theCase: Case;
  readonly stored: StoredReferral;
  readonly todo: Todo;
  readonly family: Addressees;
  readonly waitMonths: number;
  readonly support: Support | undefined;
  readonly policy: Policy;
}

/** Who is to be told what, and why in person: those to whom the service does not write, where it writes to the others. */
export function tellView(
  { theCase, stored, todo, family, waitMonths, support, policy }: TellSources,
  { now }: Pick<StaffDeps, 'now'>,
) {
  const isBack = cameBackNth(todo.why) !== undefined;
  const isEnd = todo.why === ENDED || (isBack && !isOpen(theCase.status));
  const names = knownIn(stored).parents;
  // No letter says these: it would come too late.
  const isUrgent = todo.why === ASKED || todo.why === NOT_ANSWERED || todo.why === DELAYED || isOfVisit(todo.why);
  const inPerson = isUrgent ? parentsNotEmailed(family) : parentsToTellInPerson(family);
  const isForThem = theCase.wroteOfEnd !== undefined || inPerson.length === names.length;
  const isListed = !isBack && (!isEnd || isForThem);
  const who = isListed ? whoToTell(family, names, inPerson) : { people: [], notTold: [] };
  const isOffer = isOfOffer(todo.why) || (isBack && support !== undefined && openOffer(support) !== undefined);
  const newsNow = isOffer ? offerNews(support, now(), policy) : newsOf(todo.why, theCase, waitMonths);
  const news = isEnd ? endedNews(theCase.status, endedOverAge(theCase)) : newsNow;
  const arrange = { arrange: arrangeInWords(toArrange(family)), arrangeWords };
  return { ...who, whoWords, isEnd, cameBack: isBack, news, ...arrange, hows: toldHow, words: tellWords };
}

function newsOf(why: string, { ask, list, assessment }: Case, waitMonths: number): readonly string[] {
  const news = newsIn(why);
  if (news) return visitNews(news, assessment);
  if (why === DELAYED) return delayedNews;
  if (why === REOPENED) return reopenedNews;
  if (why === CHECK_IN) return checkInNews;
  if (why === SCHOOL) return schoolNews;
  if (why === PLAY) return playNews;
  if (why === PLACE) return placeNews(list?.changed?.what);
  if (why === ASKED || why === NOT_ANSWERED) return askedNews(askedInWords(ask).question, why === NOT_ANSWERED);
  return listedNews(list?.pathway, waitMonths);
}

export async function postTelling(deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) {
  const { how = '', words = '' } = fields;
  const result = await deps.tellInPerson(todo, actorOf(person), { how, words, on: enteredOn(fields) });
  return result.kind === 'INVALID' ? inDatedWords(tellFaultWords, result.problems, fields) : result.kind;
}
