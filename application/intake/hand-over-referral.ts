import type { Case, HandOver } from '#domain/case/case.ts';
import { type Colleague, colleagueAsked, isReferrer, mayAskColleague } from '#domain/case/hand-over.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';
import { type HandOverCommand, type HandOverFault, handOverFaults, handOverSchema } from './hand-over-command.ts';

export type HandOverResult =
  | { readonly kind: 'ASKED' | 'NOT_YOURS' | 'CLOSED' | 'TOO_MANY' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<HandOverFault>[] };

/**
 * Within this time the same form is a second press of the button. After it, the email has not reached the colleague.
 */
const SAME_PRESS_MINUTES = 15;

/**
 * Asks a colleague by email to take a referral over, in place of anyone asked before. Nothing changes until they
 * confirm. The same form again, within a quarter of an hour, asks no one twice and makes good an email that was cut
 * off.
 */
export function handOverReferral(deps: StepDeps): (typed: HandOverCommand) => Promise<HandOverResult> {
  return async (typed) => {
    const { theCase: before, stored } = await readRecord(deps, typed.reference);
    const referral = addresseesOf(stored.body);
    const read = readCommand(handOverSchema(before, referral), handOverFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, by, ...colleague } = read.command;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) => {
      const mayAsk = mayAskColleague(current) === 'YES' && isReferrer(current, referral, by);
      if (!mayAsk || isAsked(current, colleague, moment.now)) return undefined;
      return colleagueAsked(current, moment, colleague, { by, days: deps.policy.linkDays });
    });
    const refusal = saved ? undefined : refusalOf(theCase, referral, by, colleague, moment.now);
    if (refusal) return { kind: refusal };
    const sent = await deps.sendNotices('HAND_OVER_ASKED', theCase, referral);
    return sent.some(({ state }) => state === 'FAILED')
      ? { kind: 'INVALID', problems: [UNDELIVERABLE] }
      : { kind: 'ASKED' };
  };
}

const UNDELIVERABLE: CommandProblem<HandOverFault> = {
  code: 'EMAIL_REFUSED',
  path: 'email',
  rule: handOverFaults.EMAIL_REFUSED,
  params: {},
};

function refusalOf(theCase: Case, referral: Addressees, by: string, colleague: Colleague, now: string) {
  if (!isReferrer(theCase, referral, by)) return 'NOT_YOURS';
  const may = mayAskColleague(theCase);
  if (may === 'CLOSED') return may;
  return may === 'TOO_MANY' && !isAsked(theCase, colleague, now) ? may : undefined;
}

/** Whether this very colleague was asked just now. */
function isAsked({ handOver }: Case, colleague: Colleague, now: string): boolean {
  return (
    handOver !== undefined && now < plusMinutes(handOver.askedAt, SAME_PRESS_MINUTES) && isSame(handOver, colleague)
  );
}

function isSame(a: HandOver, b: Colleague): boolean {
  return sameMailbox(a.email, b.email) && a.name === b.name && a.role === b.role;
}
