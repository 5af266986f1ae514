import type { Case } from '../case/case.ts';
import { lastAnswered } from '../case/family-ask.ts';
import { silentIn } from '../case/joint.ts';
import { isBackFromReferrer } from '../case/questioned.ts';
import { lastChannel, secondPeople } from '../case/safe-channel.ts';
import { secondOf } from '../case/second-person.ts';
import { actorCode } from '../people/actor.ts';
import { personCode } from '../people/code.ts';
import { deciders, type Staff, toldOf } from '../people/on-duty.ts';
import type { Person } from '../people/person.ts';
import { wayTo } from '../safe-contact/way-to.ts';
import type { Support } from '../support/support.ts';
import { sameMailbox } from '../values/mailbox.ts';
import type { Addressees } from './addressees.ts';
import { firstToPrint, inPlaceOfEmail, isPostedAfterBounce } from './to-print.ts';
import { wasListed } from './withdrawn.ts';

/** What says who is told: the case, its referral with the referrer of today, and the staff who are asked today. */
export interface Audience {
  readonly theCase: Case;
  readonly referral: Addressees;
  readonly staff: Staff;
  /** What follows the list, where a notice is about that. */
  readonly support?: Support | undefined;
}

/** Who gets a notice, each as a code that `addressOf` turns into a mailbox when it is sent. */
export type Addressee = (audience: Audience) => readonly string[];

const codes = (people: readonly Person[]) => people.map((person) => personCode(person));

/** The referrer, and the team mailbox where there is one of its own. No one for a child who came with a present list: it names none. */
export function referrers({
  referral: { referrer },
  theCase,
}: Pick<Audience, 'referral'> & Partial<Pick<Audience, 'theCase'>>): string[] {
  if (theCase?.imported && referrer.email === undefined) return [];
  const team = referrer.teamEmail !== undefined && !sameMailbox(referrer.teamEmail, referrer.email);
  return team ? ['REFERRER', 'REFERRER_TEAM'] : ['REFERRER'];
}

/** Everyone at work who is asked to decide. Where none of them is, those on duty too: what waits for a return must not wait unseen. */
export const triagers: Addressee = ({ staff }) => {
  const told = toldOf(staff.triagers, staff);
  return codes(told.every((person) => staff.away.includes(person)) ? [...new Set([...told, ...staff.duty])] : told);
};

/** The same, but for a referral that came back from its referrer: only who has taken it up, while they are here to decide. */
export const triagersOrAsker: Addressee = (audience) => {
  const { theCase, staff } = audience;
  const claim = isBackFromReferrer(theCase) ? theCase.task?.claim : undefined;
  const here = codes(toldOf(deciders(staff), staff));
  const asker = here.filter((code) => claim && actorCode(claim.by) === code);
  return asker.length > 0 ? asker : triagers(audience);
};

/** The service that the referral is shared with. */
export const otherService: Addressee = ({ theCase }) => [theCase.shared?.to ?? 'ADVISORY'];

/** The services that decide with us. */
export const jointServices: Addressee = ({ theCase: { joint } }) => (joint?.services ?? []).map(({ to }) => to);

/** The same, as long as they have said nothing. */
export const silentServices: Addressee = ({ theCase: { joint } }) => (joint ? silentIn(joint).map(({ to }) => to) : []);

/** Every service manager at work. */
export const managers: Addressee = ({ staff }) => codes(toldOf(staff.managers, staff));

/** Who visits the child, while they work here; else the service managers, who name another. */
export const practitioners: Addressee = (audience) => {
  const { support, staff } = audience;
  const person = staff.practitioners?.find(({ id }) => id === support?.block?.practitioner);
  return person ? codes([person]) : managers(audience);
};

/** Every operator at work. Where no one is one, the service managers: someone must see to it. */
export const operators: Addressee = (audience) => {
  const { staff } = audience;
  const { operators: all = [] } = staff;
  return all.length > 0 ? codes(toldOf(all, staff)) : managers(audience);
};

/** Everyone at work who decides or is a service manager, each once. */
export const triagersAndManagers: Addressee = ({ staff }) => codes(toldOf(deciders(staff), staff));

/** The second person of the open decision, while it has one. */
export const secondPerson: Addressee = ({ theCase }) => {
  const second = secondOf(theCase);
  return second ? [second.code] : [];
};

/** Everyone at work who can be the second person for the safe channel that is to be confirmed. */
export const otherThanFirst: Addressee = ({ theCase, staff }) => {
  const first = lastChannel(theCase)?.channel;
  return first ? codes(toldOf(secondPeople(staff, first.by), staff)) : [];
};

/** Everyone at work who prints letters. */
const printers: Addressee = ({ staff }) => codes(toldOf(staff.administrators, staff));

/** Who prints letters, where a parent is to get one because no email may go to them. */
export const printersForParents: Addressee = (audience) =>
  inPlaceOfEmail(audience.referral).length > 0 ? printers(audience) : [];

/** The same, of how a referral stands. */
export const printersOfStanding: Addressee = (audience) =>
  firstToPrint(audience.theCase, audience.referral).length > 0 ? printers(audience) : [];

/** Who prints letters, where each parent whose email came back is to get one instead. */
export const printersAfterBounce: Addressee = (audience) => (isPostedAfterBounce(audience) ? printers(audience) : []);

/** The service managers, where an email came back to a parent who may get no letter. */
export const managersAfterBounce: Addressee = (audience) => (isPostedAfterBounce(audience) ? [] : managers(audience));

/** The service managers, while neither an email nor a letter may go to one of the parents. */
export const managersForParents: Addressee = (audience) =>
  parentsToTellInPerson(audience.referral).length > 0 ? managers(audience) : [];

/** The service managers, while no email may go to one of the parents: no letter says what no email can. */
export const managersForUnemailed: Addressee = (audience) =>
  parentsNotEmailed(audience.referral).length > 0 ? managers(audience) : [];

/** The service managers, where the child has been on a list: the family may have had our letter. */
export const managersOnceListed: Addressee = (audience) => (wasListed(audience.theCase) ? managers(audience) : []);

/** Those who had been asked to decide on the case, had the child on a list or were to visit, without who recorded the withdrawal. */
export function staffWhoKnew(audience: Audience): readonly string[] {
  const by = audience.theCase.withdrawal?.by;
  const visitor = audience.theCase.assessment?.visit?.person;
  const all = [...whoKnew(audience), ...(visitor === undefined ? [] : [personCode({ id: visitor })])];
  return [...new Set(all)].filter((code) => by === undefined || code !== actorCode(by));
}

function whoKnew(audience: Audience): readonly string[] {
  const { theCase } = audience;
  const hadAskedManager = wasListed(theCase) || theCase.escalatedAt !== undefined;
  if (theCase.teamAskedAt === undefined) return hadAskedManager ? managers(audience) : [];
  return hadAskedManager ? triagersAndManagers(audience) : triagers(audience);
}

/** Every parent; two with one mailbox get one letter in it (where either must not be written to, neither is). */
export function parents({ referral }: Audience): string[] {
  const all = referral.family.parents;
  return all.flatMap(({ email }, i) =>
    all.slice(0, i).some((earlier) => sameMailbox(earlier.email, email)) ? [] : [`FAMILY:${i}`],
  );
}

/** The same, without those to whom the service must not write: they get nothing, and no one is asked to tell them. */
export function parentsToWriteTo(audience: Audience): string[] {
  const place = (code: string) => Number(code.split(':')[1]);
  return parents(audience).filter((code) => 'address' in wayTo(place(code), 'EMAIL', audience.referral));
}

/** The adult who asked through their page, and reads the last answer there. */
export const whoAsked: Addressee = ({ theCase }) => {
  const ask = lastAnswered(theCase);
  return ask?.answer?.how === 'PAGE' && ask.place !== undefined ? [`FAMILY:${ask.place}`] : [];
};

/** A parent whom a person must tell: the place in the referral, from 0, and the code of why the service does not write. */
export interface ToTell {
  readonly place: number;
  readonly why: string;
}

/** The positions (from 0) of the parents to whom no email may go. */
export function parentsNotEmailed(referral: Addressees): ToTell[] {
  return referral.family.parents.flatMap((_, place) => {
    const to = wayTo(place, 'EMAIL', referral);
    return 'forAPerson' in to ? [{ place, why: to.forAPerson }] : [];
  });
}

/** Those of them who may get no printed letter either, so that someone tells them in person. */
export function parentsToTellInPerson(referral: Addressees): ToTell[] {
  const posted = inPlaceOfEmail(referral);
  return parentsNotEmailed(referral).filter(({ place }) => !posted.includes(place));
}
