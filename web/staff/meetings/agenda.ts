import type { Agenda, AgendaItem } from '#application/meetings/read-agenda.ts';
import { isPastMeeting } from '#domain/people/meetings.ts';
import { hasRole, type Person } from '#domain/people/person.ts';
import { peopleWith, type Team } from '#domain/people/team.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { codeInWords, outcomeInWords } from '../../components/record/words.ts';
import type { FormFields } from '../../http/form-body.ts';
import { questionView } from './question.ts';
import { meetingWords } from './words.ts';

/** Whether someone decides in meetings. Others who may open the agenda only print. */
export function decides(person: Person): boolean {
  return hasRole(person, 'TRIAGER') || hasRole(person, 'SERVICE_MANAGER');
}

/** The agenda in words. It names no child: it is a list of references. */
export function agendaView({ items, sitting }: Agenda, now: string) {
  const open = items.filter(({ isOpen }) => isOpen).length;
  const toDecide = items.filter(({ isWaiting }) => !isWaiting).length;
  return {
    items: items.map((item, n) => ({ n: n + 1, ...itemView(item, now) })),
    present: sitting?.present ?? [],
    count: items.length === 0 ? '' : meetingWords.count(open, toDecide),
  };
}

function itemView(
  { reference, taskId, theCase, due, isDeferred, isOpen, outcome, deferredTo, minute, ...item }: AgendaItem,
  now: string,
) {
  return {
    ...{ reference, taskId, isOpen, isDeferred },
    ...questionView(theCase, item),
    due: due === undefined ? '' : plainDate(londonDateOf(due)),
    isLate: due !== undefined && due <= now,
    flags: theCase.flags.map((flag) => codeInWords(flag)),
    outcome: outcome === undefined ? '' : outcomeInWords(outcome) + (deferredTo ? `, ${plainDate(deferredTo.on)}` : ''),
    minuted: minute ? `${outcomeInWords(minute.outcome)}. ${minute.reason}` : '',
  };
}

/** A box for each colleague who may decide, and what stands there for others. */
export function attendance(team: Team, { meeting, sitting }: Agenda, now: string, form?: FormFields) {
  const colleagues = [...new Set([...peopleWith(team, 'TRIAGER'), ...peopleWith(team, 'SERVICE_MANAGER')])];
  const present = sitting?.present ?? [];
  const others = present.filter((name) => !colleagues.some((person) => person.name === name));
  return {
    mayRecord: meeting.on <= londonDateOf(now),
    isPast: isPastMeeting(meeting, now),
    colleagues: colleagues.map(({ id, name }) => ({
      ...{ id, name },
      isHere: form ? form[`here-${id}`] !== undefined : present.includes(name),
    })),
    others: form ? (form.others ?? '') : others.join('\n'),
  };
}

/** The names that were selected and typed, each once. */
export function presentIn(team: Team, form: FormFields): string[] {
  const selected = team.people.filter(({ id }) => form[`here-${id}`] !== undefined).map(({ name }) => name);
  const typed = (form.others ?? '').split(/[\n,;]/).map((name) => name.trim());
  return [...new Set([...selected, ...typed])].filter((name) => name !== '');
}
