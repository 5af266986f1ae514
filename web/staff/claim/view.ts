import type { Case } from '#domain/case/case.ts';
import { isClaimedBy } from '#domain/case/claim-task.ts';
import { openTask } from '#domain/case/decide.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { isAsked } from '#domain/people/asked.ts';
import { hasRole, type Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { instantInWords } from '../../access/instants.ts';
import { handOnWords } from '../hand-on/words.ts';
import { HAND_ON_AT } from '../queue/address.ts';
import { queueWords } from '../queue/words.ts';
import { claimWords } from './words.ts';

/** The open task of a record for this person: who has claimed it, and the buttons that are theirs. Null where none is open. */
export function taskView(theCase: Case, person: Person) {
  const task = theCase.task && openTask(theCase, theCase.task.id);
  if (!task || task.kind === 'REFERRER') return null;
  const { claim, id } = task;
  const isMine = isClaimedBy(task, actorOf(person));
  const asked = isAsked(task, person);
  const button = (name: string, text: string) => ({ name, text, value: id });
  const mayRelease = isMine || hasRole(person, 'SERVICE_MANAGER');
  return {
    handOn: hasRole(person, 'SERVICE_MANAGER') ? { at: `${HAND_ON_AT}?task=${id}`, text: handOnWords.linkOne } : null,
    said: claim ? (isMine ? claimWords.mine : theirs(claim)) : claimWords.nobody,
    buttons: [
      ...(asked ? [button('open', queueWords.decide)] : []),
      ...(asked && !claim ? [button('claim', claimWords.claim)] : []),
      ...(claim && mayRelease ? [button('release', claimWords.release)] : []),
    ],
  };
}

const theirs = ({ by, at }: NonNullable<NonNullable<Case['task']>['claim']>) =>
  claimWords.theirs(actorInWords(by), instantInWords(at));
