import type { Stores } from '#adapters/records/stores.ts';
import { decisionRecorded, decisionSettled } from '#domain/case/decide.ts';
import { INFORMATION_NOT_PROVIDED } from '#domain/case/questioned.ts';
import { notAnswered, taskOpened } from '#domain/case/task.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { AT, aCase, minutesAfter, task } from '../samples.ts';
import { changing } from './changing.ts';
import type { Keep } from './store-cases.ts';

const sam = personActor('sam', 'Sam Field', 'Portage practitioner');
const DAY = 24 * 60;
const moment = (minutes: number) => ({ now: minutesAfter(minutes), policyVersion: 1 });
const question = { question: 'How does she eat?', riskWhileWaiting: 'None known', page: 'a'.repeat(64) };

/** Lets the time to answer a question pass, and closes the referral because no answer came; keeps the case each time. */
export async function storeUnansweredCase(stores: Stores, keep: Keep): Promise<void> {
  const triage = { status: 'IN_TRIAGE', next: 'TRIAGE', tasks: 1, triageSince: AT } as const;
  await stores.cases.createCase(aCase('REF6', { ...triage, outbox: [], task }));
  const change = changing(stores, keep, 'REF6');
  const asking = { ...question, outcome: 'REQUEST_INFORMATION', reason: 'Little is said', by: sam } as const;
  await change('unanswered-asked', (theCase) => decisionRecorded(theCase, task, moment(1), asking, 5));
  await change('unanswered-settled', (theCase) => decisionSettled(theCase, moment(6)));
  const toReferrer = { kind: 'REFERRER', token: 'b-token', recipients: ['REFERRER'] } as const;
  await change('unanswered-waits', (theCase) => taskOpened(theCase, moment(7), toReferrer, defaultPolicy));
  await change('not-answered', (theCase) => notAnswered(theCase, moment(21 * DAY)));
  const toTeam = { kind: 'TRIAGE', token: 'c-token', recipients: ['sam'] } as const;
  await change('not-answered-in-triage', (theCase) => taskOpened(theCase, moment(21 * DAY + 1), toTeam, defaultPolicy));
  const closing = {
    outcome: 'DECLINE',
    reason: 'No answer came',
    criterion: INFORMATION_NOT_PROVIDED,
    by: sam,
  } as const;
  await change('information-not-provided', (theCase) =>
    theCase.task ? decisionRecorded(theCase, theCase.task, moment(21 * DAY + 2), closing, 5) : undefined,
  );
  await change('closed-as-not-provided', (theCase) => decisionSettled(theCase, moment(21 * DAY + 7)));
}
