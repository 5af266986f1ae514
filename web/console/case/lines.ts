import type { Case } from '#domain/case/case.ts';
import { isKnown } from '#domain/case/event.ts';
import { type Actor, actorCode } from '#domain/people/actor.ts';
import type { Support } from '#domain/support/support.ts';
import { instantInWords } from '../../access/instants.ts';
import { eventInWords } from '../../components/record/event-words.ts';
import type { HistoryLine } from '../../components/record/history.ts';
import { withWhy } from '../../components/record/history-whys.ts';
import { codeInWords } from '../../components/record/words.ts';
import { caseWords as words } from './words.ts';

/** The history of a case by what happened and in which role, without a name and without a word that anyone typed. */
export function codedHistory({ history }: Pick<Case, 'history'>): HistoryLine[] {
  return history.map((event) => ({
    at: instantInWords(event.at),
    said: `${isKnown(event) ? withWhy(event, eventInWords(event.event)) : codeInWords(event.event)}, by ${actorAsRole(event.by)}`,
  }));
}

/** The same of a support, by the codes of its events. */
export function codedSupport({ history }: Pick<Support, 'history'>): HistoryLine[] {
  return history.map(({ at, event, by }) => ({
    at: instantInWords(at),
    said: `${codeInWords(event)}, by ${actorAsRole(by)}`,
  }));
}

const roles: ReadonlyMap<string, string> = new Map([
  ['MACHINE', 'the service'],
  ['HOLDER:REFERRER', 'the referrer'],
  ['HOLDER:FAMILY', 'the family'],
  ['HOLDER:OTHER_SERVICE', 'another service'],
]);

/** Who acted, as a role: a name or an address is for those who work with the family. */
function actorAsRole(actor: Actor): string {
  const code = actorCode(actor);
  if (code.startsWith('PERSON:')) return 'a member of staff';
  return code.startsWith('SYSTEM:') ? 'a system' : (roles.get(code) ?? 'someone');
}

/** Whom an email or a link goes to, as a role. */
export function addresseeAsRole(to: string): string {
  const [kind = '', place] = to.split(':');
  if (kind === 'FAMILY' && place !== undefined) return words.parent(Number(place) + 1);
  if (kind === 'PERSON') return words.staff;
  return kind === 'SERVICE' ? words.service : codeInWords(kind);
}
