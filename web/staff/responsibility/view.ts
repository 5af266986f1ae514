import type { Case } from '#domain/case/case.ts';
import { allowsEmail, saidOfParent } from '#domain/case/corrected.ts';
import type { MayHear } from '#domain/case/corrected-shape.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { instantInWords } from '../../access/instants.ts';
import { changedContacts } from '../safe-contact/view.ts';
import { holdsWords, responsibilityWords as words } from './words.ts';

const holds: ReadonlyMap<string, string> = new Map(Object.entries(holdsWords));

interface ParentView {
  readonly place: number;
  readonly name: string;
  /** What the referral says, then what staff recorded last. */
  readonly lines: readonly string[];
}

/** Who agreed to the referral and who may be told, as staff recorded it last; nothing where they did not. */
export function mayHearInWords({ theCase, stored }: { theCase: Case; stored: StoredReferral }): string[] {
  const last = theCase.mayHear?.at(-1);
  if (!last) return [];
  const names = knownIn(stored).parents;
  const called = ({ place, name = '', role = '' }: MayHear['told'][number]) =>
    place === undefined ? `${name}, ${role}` : (names[place] ?? words.numbered(place + 1));
  const { by, at, reason } = last;
  return [
    `${words.whoAgreed}: ${last.agreed.map(called).join('; ') || words.noOne}`,
    `${words.whoMayHear}: ${last.told.map(called).join('; ') || words.noOne}`,
    words.byStaff({ by: actorInWords(by), at: instantInWords(at), reason }),
  ];
}

/** Each parent of a referral with who says what of their parental responsibility. */
export function parentsView({ theCase, stored }: { theCase: Case; stored: StoredReferral }): ParentView[] {
  const names = knownIn(stored).parents;
  return addresseesOf(stored.body).family.parents.map(({ parentalResponsibility }, place) => {
    const said = saidOfParent(theCase.responsibility, place);
    const sent = words.inReferral(inReferral(parentalResponsibility));
    return {
      place,
      name: names[place] ?? words.numbered(place + 1),
      lines: [sent, ...(said ? staffLines(said) : []), ...changedContacts(theCase, place)],
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
