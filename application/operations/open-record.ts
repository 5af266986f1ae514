import * as z from 'zod';
import { sentNext } from '#domain/notices/ledger.ts';
import { recordOpenedNotice } from '#domain/notices/staff-notices.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { nextOpening, type Opening, openingNow } from '#domain/people/opening.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { peopleWith, type Team } from '#domain/people/team.ts';
import type { OpeningStore } from '#domain/ports/opening-store.ts';
import type { Now } from '#domain/ports/services.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';

const openSchema = z.object({ reference: z.string(), reason: reasonSchema });
export type OpenCommand = z.input<typeof openSchema>;

export type OpenResult =
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] }
  | { readonly kind: 'OPEN'; readonly opening: Opening }
  /** No one else is here who could look at it. */
  | { readonly kind: 'NO_ONE_TO_TELL' };

export interface OpenRecordDeps extends TeamDeps {
  readonly openings: OpeningStore;
  readonly notices: Pick<NoticeStore, 'claimNotice'>;
  readonly now: Now;
}

/**
 * Opens a record to an operator for a time, once however often this is called in that time. Every service manager is told of it
 * by an email that is owed before the record is open: a crash in between tells them of an opening that never was, and hides none.
 */
export function openRecord(deps: OpenRecordDeps): (typed: OpenCommand, person: Person) => Promise<OpenResult> {
  return async (typed, person) => {
    const read = readCommand(openSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, reason } = read.command;
    const [team, before] = await Promise.all([readTeam(deps)(), deps.openings.openingsOf(reference)]);
    const now = deps.now();
    const open = openingNow(before, person, now);
    if (open) return { kind: 'OPEN', opening: open };
    const told = managersBeside(team, person, londonDateOf(now));
    if (told.length === 0) return { kind: 'NO_ONE_TO_TELL' };
    const opening = nextOpening(before, { reference, person, by: actorOf(person), because: reason }, now);
    for (const manager of told) {
      await deps.notices.claimNotice(sentNext(reference, recordOpenedNotice(opening, manager), now));
    }
    if (await deps.openings.saveOpening(opening)) return { kind: 'OPEN', opening };
    const first = openingNow(await deps.openings.openingsOf(reference), person, deps.now());
    if (!first) throw new Transient('The record was opened at the same moment and cannot be read yet.');
    return { kind: 'OPEN', opening: first };
  };
}

/** Every service manager of today but this person, and who stands in for one. Where none is left, those who are away. */
function managersBeside(team: Team, { id }: Person, today: string): readonly Person[] {
  const others = (people: readonly Person[]) => people.filter((one) => one.id !== id);
  const here = others(staffOn(team, today).managers);
  return here.length > 0 ? here : others(peopleWith(team, 'SERVICE_MANAGER'));
}
