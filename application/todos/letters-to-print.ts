import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { noticeFacts } from '#domain/notices/facts.ts';
import type { RenderLetter } from '#domain/notices/printed-letter.ts';
import { printedFor, printedKind } from '#domain/notices/to-print.ts';
import { lettersNow } from '#domain/people/letters.ts';
import { peopleWith, type Team } from '#domain/people/team.ts';
import type { Todo } from '#domain/people/todo.ts';
import { letterTo } from '#domain/safe-contact/letter-to.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { Support } from '#domain/support/support.ts';

/** A letter as it is printed, ready to be folded into an envelope. */
export interface LetterToPrint {
  /** The place of the adult in the referral, from 0. */
  readonly place: number;
  readonly to: string;
  readonly address: string;
  readonly isLargePrint: boolean;
  /** The words of it, safe to stand in a page. */
  readonly html: string;
}

interface LetterDeps {
  readonly renderLetter: RenderLetter;
  readonly config: ServiceConfig;
  readonly policy: Policy;
  readonly baseUrl: string;
}

interface AboutLetters {
  readonly todo: Pick<Todo, 'why'>;
  readonly theCase: Case;
  /** What follows the list, where it offers something. */
  readonly support?: Support | undefined;
  /** The referral with all that decides who may be written to. */
  readonly family: Addressees;
  readonly child: string;
  readonly team: Team;
}

/**
 * The letters that this TODO asks to print, as the rule of safe contact has it at this moment: one for each adult who may get
 * one. Each is signed by a named person: who the team has set, or else its first service manager.
 */
export function lettersToPrint(
  { renderLetter, config, policy, baseUrl }: LetterDeps,
  { todo, theCase, support, family, child, team }: AboutLetters,
): readonly LetterToPrint[] {
  const facts = noticeFacts({
    ...{ reference: theCase.reference, theCase, config, policy, baseUrl, referral: family, settings: team },
    ...{ link: null, possibleDuplicate: false, tellInPerson: [], support },
  });
  const signedBy = signatoryOf(team, config);
  return printedFor(todo.why, theCase, family).flatMap((place) => {
    const way = letterTo(place, family);
    if (!('address' in way)) return [];
    const to = family.family.parents[place]?.name ?? 'parent or carer';
    const isSaid = mayShow('TYPED', { adult: place }, family);
    const message = (isSaid ? theCase.lastDecision?.message : undefined) ?? '';
    const html = renderLetter(printedKind(todo.why, theCase), facts, { to, child, signedBy, message });
    return [{ place, to, address: way.address, isLargePrint: family.communication?.format === 'LARGE_PRINT', html }];
  });
}

function signatoryOf(team: Team, config: ServiceConfig): string {
  const [manager] = peopleWith(team, 'SERVICE_MANAGER');
  return lettersNow(team, config).signatory ?? (manager ? `${manager.name}, service manager` : config.serviceName);
}
