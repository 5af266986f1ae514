import { familyAgreed, withdrawnByTeam } from '../case/ask-withdrawal.ts';
import type { Case } from '../case/case.ts';
import { endedUnanswered } from '../case/questioned.ts';
import { CHASE_WORKING_DAYS } from '../case/shared.ts';
import { familyNews } from '../case/tell-of-end.ts';
import { delayedAgain, familyHearsOfDelay, isStuck } from '../case/tell-of-parked.ts';
import { lettersNow } from '../people/letters.ts';
import { townsInLetters } from '../people/stay-and-play.ts';
import type { Team } from '../people/team.ts';
import type { Todo } from '../people/todo.ts';
import { mayShow } from '../safe-contact/may-show.ts';
import { toArrange } from '../safe-contact/reads.ts';
import type { ServiceConfig } from '../service/config.ts';
import { describeService } from '../service/description.ts';
import type { Policy } from '../service/policy.ts';
import { waitAim } from '../service/wait-aim.ts';
import type { Support } from '../support/support.ts';
import { londonDateOf, plainDate } from '../values/dates.ts';
import type { Addressees } from './addressees.ts';
import type { Sender } from './alarm.ts';
import { askedUntil } from './asked-until.ts';
import { jointFacts, lookAgainFacts, sharedDays, tellsOfOther, todoFacts } from './case-facts.ts';
import { delayToldTo } from './delay-told.ts';
import type { DigestFacts } from './digest.ts';
import { digestLines } from './digest-lines.ts';
import { endFacts } from './end-facts.ts';
import { failedDocuments } from './failed.ts';
import type { NoticeKind } from './notice.ts';
import { offerFacts } from './offer-facts.ts';
import { placeFacts } from './place-facts.ts';
import type { ToTell } from './recipients.ts';
import { redirectFacts } from './redirect-facts.ts';
import { schoolFacts } from './school-notices.ts';
import type { ColleagueFacts } from './staff-notices.ts';
import type { StillWaiting } from './still-waiting.ts';
import { visitFacts } from './visit-facts.ts';
import { wasListed } from './withdrawn.ts';
import { evidenceNames, professionalInWords } from './words.ts';

/** One email as people read it: both parts say the same. */
export interface RenderedEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A link as it is emailed, and the last day on which it works, as people write it. */
export interface MintedLink {
  readonly url: string;
  readonly expiresOn: string;
  /** It works beyond that day, for as long as the case is open. */
  readonly lasts?: boolean;
}

/** How the service names itself, and how to reach it. */
type ServiceFacts = Pick<ServiceConfig, 'serviceName' | 'councilName' | 'contact'>;

/** Turns a notice into an email. Throws when there is no template for the kind or it asks for what it is not given. */
export type RenderNotice = (kind: NoticeKind, facts: NoticeFacts) => RenderedEmail;

/** Turns a six-digit code for staff into an email, with the code alone on a line of its text part. */
export type RenderCode = (facts: ServiceFacts & { readonly code: string; readonly minutes: number }) => RenderedEmail;

/** What the text of a notice is made from. There is no field that could hold anything about a child or a person: see
 * `isSafeInEmail` for the one text of a referrer that may stand here. */
export type NoticeFacts = ReturnType<typeof noticeFacts>;

/** What an email to the duty mailbox says of alarms: how to reach who raised them, and why one ended. */
export interface AlarmFacts {
  readonly sender: Sender | undefined;
  /** It came by the form, whose sender can still say more. */
  readonly isForm: boolean;
  readonly why: string | undefined;
  /** Those that go in one email, the first of `count`. */
  readonly others: readonly { readonly id: string; readonly sender: Sender | undefined }[];
  readonly count: number;
}

interface Sources {
  readonly reference: string;
  /** Missing only for an alert to the duty mailbox, which has no case. */
  readonly theCase?: Case;
  readonly config: ServiceConfig;
  readonly policy: Policy;
  /** What the team has set; without it, what the configuration says holds. */
  readonly settings?: Pick<Team, 'letters' | 'stayAndPlay' | 'startingSchool'>;
  readonly link: MintedLink | null;
  readonly possibleDuplicate: boolean;
  /** Who gets notices. Only the role of the referrer is read, where it is a known one. */
  readonly referral: Addressees;
  readonly baseUrl: string;
  /** The parents who must be told by a person. */
  readonly tellInPerson: readonly ToTell[];
  /** The addressee's own reference, as `ownReferenceFor` lets it stand in an email. */
  readonly ownReference?: string | null;
  /** Only of an alarm of immediate risk. */
  readonly alarm?: AlarmFacts;
  /** Each only of one kind: a digest, and the news that emails to a colleague come back. */
  readonly digest?: DigestFacts;
  readonly colleague?: ColleagueFacts;
  /** The name of the operator who opened a record, only of that news. */
  readonly opener?: string | undefined;
  /** Only of a quarter's email to a referrer: their children who wait. */
  readonly waiting?: readonly StillWaiting[];
  /** It goes to a service manager. */
  readonly toManager?: boolean;
  /** What follows the list, of a notice about an offer. */
  readonly support?: Support | undefined;
  /** Now, where a notice says by when to answer. */
  readonly at?: string;
  /** What staff are reminded of. */
  readonly todo?: Pick<Todo, 'kind' | 'due'> | undefined;
}

/**
 * The facts of a notice: the reference, codes, places in the referral counted from 1, and the service's own names and dates.
 * Typed words (a reason, a question, a title) and everything from the referral stay behind the link.
 */
export function noticeFacts({ reference, theCase, config, policy, link, possibleDuplicate, ...sources }: Sources) {
  const { serviceName, councilName } = config;
  const { signatory = null, ...contact } = lettersNow(sources.settings ?? {}, config);
  const service = describeService(policy, config.description);
  const [ask, list] = [theCase?.ask, theCase?.list];
  return {
    ...{ reference: sources.colleague?.about ?? reference, serviceName, councilName, contact, link, possibleDuplicate },
    // The one name in an email: who of the team signs a letter to a family.
    signatory,
    // Towns, venues and times would tell who finds the letter where a flagged family goes.
    stayAndPlay: mayShow('WHEREABOUTS', 'FAMILY', sources.referral)
      ? { ...townsInLetters(sources.settings ?? {}), isHidden: false }
      : { towns: [], isAll: false, isHidden: true },
    school: schoolFacts(theCase, sources.settings ?? {}, mayShow('WHEREABOUTS', 'FAMILY', sources.referral)),
    // How staff come in: with their work account, or by a code that we mail.
    withAccount: config.access.mode === 'sign-in',
    service,
    codes: theCase?.reasons ?? [],
    pathway: list?.pathway ?? null,
    hasMessage: theCase?.lastDecision?.message !== undefined,
    ...redirectFacts(theCase, service),
    acceptedOn: list ? plainDate(list.acceptedOn) : null,
    targetOn: list ? plainDate(list.targetOn) : null,
    placeChange: list ? placeFacts(list) : null,
    ...endFacts(theCase),
    family: theCase ? familyNews(theCase) : 'NONE',
    delayTold: theCase && familyHearsOfDelay(theCase) ? delayToldTo(sources.referral) : null,
    toManager: sources.toManager ?? false,
    wasListed: theCase ? wasListed(theCase) : false,
    familyAgreed: theCase ? familyAgreed(theCase) : false,
    withdrawnByTeam: theCase ? withdrawnByTeam(theCase) : false,
    familyReached: theCase?.withdrawalAsked?.answer?.isReached !== false,
    again: theCase?.askedAgain ?? (theCase?.reopened ? ('REOPENED' as const) : null),
    tellsOfOther: theCase ? tellsOfOther(theCase) : false,
    lookAgain: theCase?.lookAgain ? lookAgainFacts(theCase.lookAgain) : null,
    ...visitFacts(theCase, sources.referral),
    ageLimitYears: policy.ageLimitYears,
    waitAim: waitAim(policy.waitTargetMonths),
    waitingSince: theCase?.task ? plainDate(londonDateOf(theCase.task.openedAt)) : null,
    taskKind: theCase?.task?.kind ?? null,
    isFirst: theCase ? theCase.triageSince === undefined && theCase.answers.length === 0 : false,
    delayedAgain: (theCase && delayedAgain(theCase)) ?? null,
    isUnanswered: theCase ? endedUnanswered(theCase) : false,
    isStuck: theCase ? isStuck(theCase) : false,
    askedFor: ask?.why ?? null,
    askedUntil: theCase ? askedUntil(theCase, policy) : null,
    failedDocuments: ask ? failedDocuments(ask) : [],
    acceptedEvidence: policy.acceptedEvidence.map((type) => evidenceNames[type]),
    judgedEvidence: policy.judgedEvidence.map((type) => evidenceNames[type]),
    shared: theCase ? sharedDays(theCase) : null,
    joint: theCase ? jointFacts(theCase) : null,
    sentBy: professionalInWords(sources.referral.referrer.role),
    receivedOn: theCase ? plainDate(theCase.referralOn) : null,
    staffUrl: `${sources.baseUrl.replace(/\/+$/, '')}/staff/triage?claimed=me`,
    privacyUrl: `${sources.baseUrl.replace(/\/+$/, '')}/privacy`,
    chaseDays: CHASE_WORKING_DAYS,
    ownReference: sources.ownReference ?? null,
    alarm: sources.alarm ?? null,
    ...digestLines(sources.digest?.lists ?? [], sources.baseUrl),
    ...{ digest: sources.digest ?? null, colleague: sources.colleague ?? null, opener: sources.opener ?? null },
    openingsUrl: `${sources.baseUrl.replace(/\/+$/, '')}/staff/openings`,
    stillWaiting: sources.waiting ?? [],
    mineUrl: `${sources.baseUrl.replace(/\/+$/, '')}/referral/mine`,
    offer: offerFacts(sources.support, policy, sources),
    todo: sources.todo ? todoFacts(sources.todo) : null,
    isToArrange: toArrange(sources.referral) !== undefined,
    tellInPerson: sources.tellInPerson.map(({ place, why }) => ({ number: place + 1, why })),
  };
}
