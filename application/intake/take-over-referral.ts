import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { type HandOverState, handedOver, handOverStateOf } from '#domain/case/hand-over.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';
import type { StepDeps } from '../step-deps.ts';
import type { NoteFollowers } from './note-followers.ts';

const takeOverSchema = z.object({
  reference: z.string(),
  /** The hand-over that the link names. */
  id: z.string(),
  /** The mailbox that the link was sent to. */
  mailbox: z.string(),
});
type TakeOverCommand = z.input<typeof takeOverSchema>;

/** TAKEN: it is theirs, by this press of the button or an earlier one. Any other says why it is not. */
export type TakeOverResult = Exclude<HandOverState, 'OPEN'>;

export interface TakeOverDeps extends StepDeps {
  readonly noteFollowers: NoteFollowers;
}

/**
 * Makes the colleague who was asked the referrer of a case, by one conditional write. It moves from the list of the earlier
 * referrer to theirs. Tells both. Pressed again, it makes good what was cut off.
 */
export function takeOverReferral(deps: TakeOverDeps): (command: TakeOverCommand) => Promise<TakeOverResult> {
  return async (command) => {
    const { reference, id, mailbox } = takeOverSchema.parse(command);
    const { stored } = await readRecord(deps, reference);
    const referral = addresseesOf(stored.body);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase } = await changeCase(deps.cases, reference, (current) =>
      handedOver(current, moment, { id, mailbox, referral }),
    );
    const state = handOverStateOf(theCase, id, moment.now);
    if (state !== 'TAKEN' || !isTheirs(theCase, mailbox)) return state === 'TAKEN' ? 'REPLACED' : closedOf(state);
    await deps.noteFollowers(theCase, referral);
    await deps.sendNotices('HANDED_OVER', theCase, referral);
    return 'TAKEN';
  };
}

function isTheirs({ handedTo }: Case, mailbox: string): boolean {
  return sameMailbox(handedTo?.email, mailbox);
}

/** An open hand-over that was not taken was meant for another mailbox. */
function closedOf(state: HandOverState): TakeOverResult {
  return state === 'OPEN' ? 'REPLACED' : state;
}
