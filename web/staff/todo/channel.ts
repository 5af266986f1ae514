import type { Case } from '#domain/case/case.ts';
import { channelOfTodo, isFirst, isToConfirm } from '#domain/case/safe-channel.ts';
import { channelSchema } from '#domain/case/safe-channel-shape.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { whyVoid } from '#domain/safe-contact/channel.ts';
import { contactOf } from '#domain/safe-contact/facts.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { StaffDeps } from '../deps.ts';
import { adultNames, channelInWords } from '../safe-contact/view.ts';
import { confirmFaultWords, confirmWords as words } from '../safe-contact/words.ts';

interface Sources {
  readonly theCase: Case;
  readonly stored: StoredReferral;
  readonly todo: Todo;
  readonly person: Person;
  readonly family: Addressees;
}

/** What a colleague found safe, and a button for another person; none for who recorded it, or once something has changed. */
export function channelView({ theCase, stored, todo, person, family }: Sources) {
  const channel = channelOfTodo(theCase, todo);
  const isOpen = channel && isToConfirm(theCase, todo) && whyVoid(channel, family) === undefined;
  if (!channel || !isOpen) return { rows: [], refused: words.gone, button: words.close, words };
  const { place, by, at, reason, untilOn } = channel;
  const known = channelSchema.safeParse(channel.channel).data;
  const rows = [
    { label: words.person, value: adultNames(stored, family.family.parents.length)[place] ?? '' },
    { label: words.way, value: channelInWords(channel.channel) },
    { label: words.goes, value: (known && contactOf(place, known, family)) || '' },
    { label: words.until, value: plainDate(untilOn) },
    { label: words.why, value: reason },
    { label: words.by, value: `${actorInWords(by)}, ${instantInWords(at)}` },
  ];
  const isOwn = isFirst(channel, actorOf(person));
  const waited = channel.channel === 'TELEPHONE' ? '' : words.waited;
  return { rows, waited, refused: isOwn ? words.own : '', button: isOwn ? '' : words.button, words };
}

export async function postChannel(deps: StaffDeps, todo: Todo, person: Person) {
  const result = await deps.confirmChannel(todo, actorOf(person));
  return result.kind === 'INVALID' ? inCommandWords(confirmFaultWords, result.problems) : result.kind;
}
