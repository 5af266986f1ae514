import type { Case, Task } from '#domain/case/case.ts';
import { type Decided, decisionRecorded, decisionSettled } from '#domain/case/decide.ts';
import { afterListing } from '#domain/case/list.ts';
import { taskOpened } from '#domain/case/task.ts';
import { wroteOfEnd } from '#domain/case/tell-of-end.ts';
import { LISTED } from '#domain/case/told.ts';
import { type Addressees, addresseesOf, addressOf } from '#domain/notices/addressees.ts';
import { noticeFacts, type RenderedEmail, type RenderNotice } from '#domain/notices/facts.ts';
import { outlastsItsDay } from '#domain/notices/links.ts';
import { ownReferenceFor } from '#domain/notices/own-reference.ts';
import { type NoticeMoment, noticesOwed, type Owed } from '#domain/notices/plan.ts';
import type { RenderLetter } from '#domain/notices/printed-letter.ts';
import { parentsToTellInPerson, referrers } from '#domain/notices/recipients.ts';
import { inPlaceOfEmail, isPrinted } from '#domain/notices/to-print.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import type { Team } from '#domain/people/team.ts';
import type { Now } from '#domain/ports/services.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';
import { addDays, londonDateOf, plainDate } from '#domain/values/dates.ts';
import { type FamilyDeps, readFamily } from '../read-family.ts';
import { lettersToPrint } from '../todos/letters-to-print.ts';
import type { DecisionContext } from './decision-context.ts';

/** One email that a decision will send, or that it does not: then a person tells them. */
export interface DecisionLetter {
  readonly to: 'REFERRER' | 'FAMILY';
  readonly email: RenderedEmail;
  /** The code of why no email goes there. */
  readonly why?: string;
  /** Then staff are asked to post it as a letter. */
  readonly isPosted?: boolean;
  /** Whom of the family it is for: the name in the referral. */
  readonly name?: string;
  /** The letter that is posted, safe to stand in a page: it has words that no email has. */
  readonly html?: string;
}

interface LetterDeps extends FamilyDeps {
  readonly policy: Policy;
  readonly config: ServiceConfig;
  readonly render: RenderNotice;
  readonly renderLetter: RenderLetter;
  readonly now: Now;
  readonly baseUrl: string;
}

/** Where a private link stands in what is sent; no link is made for a preview. */
const LINK = 'https://link.invalid/';

/**
 * Every email that the referrer and the family will be sent once this decision stands, worded by the renderer that sends them
 * and with its facts. Nothing is stored or sent, and no link is made.
 */
export async function lettersOfDecision(
  deps: LetterDeps,
  about: { theCase: Case; task: Task; stored: StoredReferral; team: Team; context: DecisionContext },
  decided: Decided,
): Promise<readonly DecisionLetter[]> {
  const { stored, team } = about;
  const seen = afterDecision(deps, about, decided);
  if (!seen) return [];
  const sent = await readFamily(deps, seen.theCase, addresseesOf(stored.body));
  const staff = staffOn(team, londonDateOf(deps.now()));
  const at = (moment: NoticeMoment, theCase: Case) =>
    noticesOwed(moment, theCase, sent, staff).flatMap((one) => letterOf(deps, one, { ...about, theCase, sent }) ?? []);
  // The family is written to first: what the referrer reads says whether they still have to tell them.
  const family = at('FAMILY_ENDED', seen.theCase);
  return [
    ...at(seen.at, onceFamilyIsWrittenTo(deps, seen.theCase, family)),
    ...at('QUESTION_ASKED', seen.theCase),
    ...family,
  ];
}

function onceFamilyIsWrittenTo({ policy, now }: LetterDeps, theCase: Case, family: readonly DecisionLetter[]): Case {
  const written = family.filter(({ why, isPosted }) => why === undefined || isPosted);
  const byPost = written.some(({ isPosted }) => isPosted);
  const facts = { everyone: written.length === family.length, byPost, allSent: true };
  const moment = { now: now(), policyVersion: policy.version };
  return (written.length > 0 && wroteOfEnd(theCase, moment, facts)) || theCase;
}

type Seen = { readonly at: 'OUTCOME' | 'TASK_OPENED'; readonly theCase: Case };

/** The case as it will stand when people are told; undefined where no one outside is. */
function afterDecision(
  { policy, now }: LetterDeps,
  { theCase, task, stored, context }: { theCase: Case; task: Task; stored: StoredReferral; context: DecisionContext },
  decided: Decided,
): Seen | undefined {
  const moment = { now: now(), policyVersion: policy.version };
  const settled = decisionSettled(decisionRecorded(theCase, task, moment, decided, 0), moment);
  if (settled?.next === 'NOTIFY') return { at: 'OUTCOME', theCase: settled };
  if (settled?.next === 'LIST') {
    const place = { locality: knownIn(stored).locality ?? '', suggestedBand: context.suggestedBand };
    const listed = afterListing(settled, moment, place, policy);
    return listed && { at: 'OUTCOME', theCase: listed };
  }
  if (settled?.next !== 'ASK_REFERRER') return undefined;
  const opening = {
    kind: 'REFERRER',
    token: '',
    recipients: referrers({ referral: addresseesOf(stored.body) }),
  } as const;
  return { at: 'TASK_OPENED', theCase: taskOpened(settled, moment, opening, policy) };
}

function letterOf(
  deps: LetterDeps,
  { kind, to, link }: Owed,
  { theCase, team, sent, stored }: { theCase: Case; team: Team; sent: Addressees; stored: StoredReferral },
): DecisionLetter | undefined {
  const [whom, place] = to.split(':');
  if (whom !== 'REFERRER' && whom !== 'FAMILY') return undefined;
  const goes = addressOf(to, sent, { team, config: deps.config }, theCase);
  const expiresOn = plainDate(addDays(londonDateOf(deps.now()), deps.policy.linkDays));
  const facts = noticeFacts({
    ...{ ...deps, reference: theCase.reference, theCase, referral: sent, possibleDuplicate: false },
    settings: team,
    link: link === undefined ? null : { url: LINK, expiresOn, lasts: outlastsItsDay(link, theCase) },
    tellInPerson: parentsToTellInPerson(sent),
    ownReference: ownReferenceFor(to, sent, theCase),
  });
  const isPosted = isPrinted(kind) && inPlaceOfEmail(sent).includes(Number(place));
  const whyNot = 'forAPerson' in goes ? { why: goes.forAPerson, isPosted } : {};
  const html = isPosted ? printed(deps, { theCase, team, sent, stored }, Number(place)) : undefined;
  const name = place === undefined ? undefined : knownIn(stored).parents[Number(place)];
  const forWhom = { ...(name !== undefined && { name }), ...(html !== undefined && { html }) };
  return { to: whom, email: deps.render(kind, facts), ...whyNot, ...forWhom };
}

/** The letter to the adult at this place, as staff will print it. */
function printed(
  deps: LetterDeps,
  { theCase, team, sent, stored }: { theCase: Case; team: Team; sent: Addressees; stored: StoredReferral },
  place: number,
): string | undefined {
  const { child } = knownIn(stored);
  const letters = lettersToPrint(deps, { todo: { why: LISTED }, theCase, family: sent, child, team });
  return letters.find((one) => one.place === place)?.html;
}
