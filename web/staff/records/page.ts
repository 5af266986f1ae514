import { isHeld } from '#domain/case/legal-hold.ts';
import { takesRecordedAnswer } from '#domain/case/questioned.ts';
import { hasRole, mayDecide } from '#domain/people/person.ts';
import { describeService } from '#domain/service/description.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { mayComment, RECORD_ROLES, type RecordSeen } from '../../access/area-record.ts';
import { instantInWords } from '../../access/instants.ts';
import { caseAt } from '../../console/address.ts';
import { absoluteUrl, parseBaseUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { say } from '../../layout/page.ts';
import { staffAnswerWords } from '../answer/words.ts';
import { areaPage } from '../area/area-page.ts';
import { pressed } from '../claim/press.ts';
import { taskView } from '../claim/view.ts';
import { newCommentId } from '../comments/id.ts';
import { commentWords } from '../comments/words.ts';
import { pageWords } from '../decide/page-words.ts';
import type { StaffDeps } from '../deps.ts';
import { staffDiedWords } from '../died/words.ts';
import { erasureWords } from '../erasure/words.ts';
import { closePageWords } from '../family-page/words.ts';
import { legalHoldWords } from '../legal-hold/words.ts';
import { noEmailWords } from '../no-email/words.ts';
import { openedWords } from '../openings/words.ts';
import { readingsWords } from '../readings/words.ts';
import { alikeView, nothingAlike } from '../record/alike.ts';
import { recordView } from '../record/record.ts';
import { standingInWords } from '../record/standing.ts';
import { RECORDS_AT, recordAt } from './address.ts';
import { sourcesFor } from './as-seen.ts';
import { decisionsOf } from './decisions.ts';
import { nextSteps } from './next-steps.ts';
import { sharedInWords } from './shared.ts';
import { recordsWords, sharedWords } from './words.ts';

/** GET: the record of a referral, for reading. That it is read is written down before it is shown. */
export function getRecord(deps: StaffDeps) {
  return (access: RecordSeen): Promise<HttpResponse> => recordPage(deps, access, {});
}

/** POST: opens, claims or releases its task. */
export function postRecord(deps: StaffDeps) {
  return async (
    access: RecordSeen,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const result = await pressed(deps, access, fields, request);
    if (result === 'DONE') return seeOther(absoluteUrl(deps.baseUrl, recordAt(access.theCase.reference)));
    return 'to' in result ? result.to : recordPage(deps, access, { status: 409, notice: result.notice });
  };
}

interface Told {
  readonly status?: number;
  readonly notice?: string;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
  /** What was typed as a comment and not kept. */
  readonly comment?: string;
}

/** The record with everything that staff wrote of it, and a form for more. Showing it is a reading. */
export async function recordPage(
  deps: StaffDeps,
  access: RecordSeen,
  { status = 200, notice, problems = [], comment = '' }: Told,
): Promise<HttpResponse> {
  const { theCase, actor: by, person, opening } = access;
  const { reference } = theCase;
  const [stored, comments, check] = await Promise.all([
    deps.referrals.readReferral(reference),
    deps.comments.commentsOf(reference),
    deps.cases.readCheck(reference, theCase.checks),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  if (!stored) return say(deps, 404, recordsWords.record(reference), recordsWords.lost);
  const { sources, hidden } = await sourcesFor(deps, access.reader, { theCase, stored, check, comments });
  const base = parseBaseUrl(deps.baseUrl).path;
  const decisions = decisionsOf(deps, theCase, person);
  return areaPage(deps, access, {
    ...(opening ? {} : { here: RECORDS_AT }),
    template: 'staff/records/record.njk',
    title: recordsWords.record(reference),
    status,
    data: {
      ...recordView(sources, deps.policy, londonDateOf(deps.now())),
      ...{ hidden, recordAt: recordAt(reference), standing: standingInWords(theCase), words: recordsWords, notice },
      opened: opening ? openedWords.now(instantInWords(opening.until)) : '',
      console: opening ? { at: caseAt(reference), text: openedWords.back } : undefined,
      // Each row of it says where a family is, or is of a record that no one opened.
      alike: hidden || opening ? nothingAlike : await alikeView(deps, { theCase, check, actor: by }),
      task: taskView(theCase, person),
      shared: sharedInWords(theCase, describeService(deps.policy, deps.config.description)),
      sharedTitle: sharedWords.title,
      answerLink: takesRecordedAnswer(theCase) && mayDecide(person) ? staffAnswerWords.link : '',
      ...{ decisions, pageWords },
      notForAppraisal: decisions.some(({ involved }) => involved) ? recordsWords.notForAppraisal : '',
      ...{ commentWords, problems, comment, commentId: newCommentId(deps) },
      mayWrite: mayComment(theCase, person),
      ...{ reference, closePages: closePageWords.button },
      nextSteps: await nextSteps(deps, access),
      readingsLink: RECORD_ROLES.some((role) => hasRole(person, role)) ? readingsWords.link : '',
      ...{ mayRecord: hasRole(person, 'SERVICE_MANAGER'), noEmailLink: noEmailWords.link },
      diedLink: staffDiedWords.link,
      erasureLink: erasureWords.link,
      ...{ legalHoldLink: legalHoldWords.link, held: isHeld(theCase) ? legalHoldWords.standing : '' },
      others: opening ? [] : othersOf(access).map(({ to, said }) => ({ href: base + recordAt(to), said })),
    },
  });
}

/** The referrals that may be for the same child, or were found to be. */
function othersOf({ theCase: { duplicateOf, joined = [] } }: RecordSeen) {
  const same = duplicateOf === null ? [] : [{ to: duplicateOf, said: recordsWords.same(duplicateOf) }];
  return [...same, ...joined.map(({ reference: to }) => ({ to, said: recordsWords.joined(to) }))];
}
