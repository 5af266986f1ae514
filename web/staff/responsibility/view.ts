import type { Case } from '#domain/case/case.ts';
import { allowsEmail, saidOfParent } from '#domain/case/corrected.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { instantInWords } from '../../access/instants.ts';
import { holdsWords, responsibilityWords as words } from './words.ts';

const holds: ReadonlyMap<string, string> = new Map(Object.entries(holdsWords));

interface ParentView {
  readonly place: number;
  readonly name: string;
  /** What the referral says, then what staff recorded last. */
  readonly lines: readonly string[];
}

/** Each parent of a referral with who says what of their parental responsibility. */
export function parentsView({ theCase, stored }: { theCase: Case; stored: StoredReferral }): ParentView[] {
  const names = referralIn(stored)?.family.parents.map(({ name }) => name) ?? [];
  return addresseesOf(stored.body).family.parents.map(({ parentalResponsibility }, place) => {
    const said = saidOfParent(theCase.responsibility, place);
    const sent = words.inReferral(inReferral(parentalResponsibility));
    return {
      place,
      name: names[place] ?? words.numbered(place + 1),
      lines: said ? [sent, ...staffLines(said)] : [sent],
    };
  });
}

function inReferral(given: boolean | undefined): string {
  if (given === undefined) return holdsWords.NOT_KNOWN;
  return given ? holdsWords.YES : holdsWords.NO;
}

function staffLines(said: NonNullable<ReturnType<typeof saidOfParent>>): string[] {
  const { by, at, reason } = said;
  const state = holds.get(said.holds) ?? holdsWords.NOT_KNOWN;
  const emails = allowsEmail(said) ? words.emailed : words.notEmailed;
  return [
    `${words.heading}: ${state}. ${emails}.`,
    words.byStaff({ by: actorInWords(by), at: instantInWords(at), reason }),
  ];
}
