import type { Case } from '#domain/case/case.ts';
import { channelOfTodo, isFirst, isToConfirm, refusedOfTodo } from '#domain/case/safe-channel.ts';
import { channelSchema, type SafeChannel } from '#domain/case/safe-channel-shape.ts';
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
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { adultNames, channelInWords } from '../safe-contact/view.ts';
import { confirmFaultWords, refuseFaultWords, confirmWords as words } from '../safe-contact/words.ts';

interface Sources {
  readonly theCase: Case;
  readonly stored: StoredReferral;
  readonly todo: Todo;
  readonly person: Person;
  readonly family: Addressees;
}

/** What a colleague found safe, and a button for another person; none for who recorded it, or once something has changed. */
export function channelView({ theCase, stored, todo, person, family }: Sources) {
  const back = refusedOfTodo(theCase, todo);
  if (back) return backView(back, { stored, family });
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
  return { rows, waited, refused: isOwn ? words.own : '', button: isOwn ? '' : words.button, mayRefuse: !isOwn, words };
}

/** What who recorded it reads of a channel that a second person found unsafe. */
function backView({ place, channel, refused }: SafeChannel, { stored, family }: Pick<Sources, 'stored' | 'family'>) {
  const found = refused && `${actorInWords(refused.by)}, ${instantInWords(refused.at)}`;
  const rows = [
    { label: words.person, value: adultNames(stored, family.family.parents.length)[place] ?? '' },
    { label: words.way, value: channelInWords(channel) },
    { label: words.whyUnsafe, value: refused?.reason ?? '' },
    { label: words.refusedBy, value: found ?? '' },
  ];
  return { rows, isBack: true, refused: words.back, button: words.close, words };
}

export async function postChannel(deps: StaffDeps, todo: Todo, person: Person, { refuse, reason = '' }: FormFields) {
  if (refuse !== undefined) {
    const refused = await deps.refuseChannel(todo, actorOf(person), { reason });
    return refused.kind === 'INVALID' ? inCommandWords(refuseFaultWords, refused.problems) : refused.kind;
  }
  const result = await deps.confirmChannel(todo, actorOf(person));
  return result.kind === 'INVALID' ? inCommandWords(confirmFaultWords, result.problems) : result.kind;
}
