import { familyAgreed, withdrawnByTeam } from '#domain/case/ask-withdrawal.ts';
import type { Case, Withdrawal } from '#domain/case/case.ts';
import { decisionMark } from '#domain/case/decide.ts';
import { describeService } from '#domain/service/description.ts';
import { instantInWords } from '../../access/instants.ts';
import type { DecidedTask } from '../../access/staff-task.ts';
import type { TypedDecision } from '../../access/staff-typed.ts';
import type { HttpResponse } from '../../http/message.ts';
import { say } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { staffDiedWords } from '../died/words.ts';
import type { NextChild } from '../meetings/next-child.ts';
import { noEmailWords } from '../no-email/words.ts';
import { decidedWords } from '../words.ts';
import { decisionInWords } from './decision-view.ts';
import { howDecided, nextSteps } from './how-decided.ts';
import { involvementView } from './involvement-view.ts';
import { pageWords } from './page-words.ts';

/** What someone typed to correct how they decided, and what is wrong with it. */
interface TypedCorrection {
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly reason: string;
}

const NOTHING_TYPED: TypedCorrection = { problems: [], reason: '' };

/** What came too late: why it was not recorded, under which heading, and the words that were typed, so that none are lost. */
interface Late {
  readonly note: string;
  readonly title?: string;
  readonly typed?: Pick<TypedDecision, 'reason' | 'message' | 'question' | 'risk'>;
}

/**
 * What was recorded, who recorded it and when, and until when it can be undone. With a note it answers who came too
 * late.
 */
export function decidedPage(
  deps: StaffDeps,
  access: DecidedTask & { readonly sitting?: NextChild | undefined },
  late: Late = { note: '' },
  status = 200,
  typed: TypedCorrection = NOTHING_TYPED,
): HttpResponse {
  const { decision, canUndo, theCase, csrf, taskId } = access;
  return areaPage(deps, access, {
    status,
    template: 'staff/decide/decided.njk',
    title:
      status === 200 || status === 422
        ? `Decided: referral ${theCase.reference}`
        : (late.title ?? decidedWords.tooLate),
    data: {
      ...decisionInWords(decision, describeService(deps.policy, deps.config.description)),
      ...{ words: decidedWords, reference: theCase.reference, note: late.note, canUndo, csrf, taskId },
      mark: decisionMark(decision),
      how: howDecided(decision, deps.policy),
      unrecorded: unrecordedIn(late),
      next: nextSteps(decision),
      sitting: access.sitting ?? null,
      involvement: involvementView(access),
      ...{ pageWords, hasPage: decision.page !== undefined },
      typed,
      problems: typed.problems,
      withdrawn: withdrawnInWords(theCase),
      noEmailLink: noEmailWords.link,
    },
  });
}

/** The words that were typed and not recorded, for who came too late to copy. */
function unrecordedIn({ typed }: Late) {
  const { reason = '', message = '', question = '', risk = '' } = typed ?? {};
  return [
    { label: 'Reason', value: reason },
    { label: 'Message for the referrer and the family', value: message },
    { label: 'Question to the referrer', value: question },
    { label: decidedWords.risk, value: risk },
  ].filter(({ value }) => value.trim() !== '');
}

/** That nothing is left to decide of this task, and, where the referral was withdrawn, when and why. */
export function closedPage(deps: StaffDeps, theCase: Case, status = 200): HttpResponse {
  if (theCase.death) {
    const said = status === 200 ? [] : [decidedWords.notRecorded];
    return say(deps, status, staffDiedWords.recorded(theCase.reference), ...said, staffDiedWords.nothingLeft);
  }
  const withdrawal = theCase.withdrawal;
  if (withdrawal) return withdrawnPage(deps, theCase, withdrawal, status);
  const title = decidedWords.closed(theCase.reference);
  return say(
    deps,
    status,
    title,
    'This task was closed without a decision on this page. If we ask the team again, we will email you.',
  );
}

function withdrawnPage(deps: StaffDeps, theCase: Case, { at, reason }: Withdrawal, status: number): HttpResponse {
  const who = whoWithdrew(theCase);
  const nothing = status === 200 ? '' : `${decidedWords.notRecorded} `;
  return say(
    deps,
    status,
    decidedWords.withdrawn(theCase.reference),
    `${nothing}${who} withdrew this referral on ${instantInWords(at)}. There is nothing left to decide.`,
    `The referrer’s reason: ${reason}`,
    'If you are still worried about the child, follow your safeguarding procedure.',
  );
}

/** Who withdrew the referral after this decision, when and why; null where no one did. */
function withdrawnInWords(theCase: Case) {
  const withdrawal = theCase.withdrawal;
  if (!withdrawal) return null;
  return { who: whoWithdrew(theCase), at: instantInWords(withdrawal.at), reason: withdrawal.reason };
}

function whoWithdrew(theCase: Case): string {
  if (withdrawnByTeam(theCase)) return 'Our team, for the referrer,';
  return familyAgreed(theCase) ? 'Once the family agreed, our team' : 'The referrer';
}
