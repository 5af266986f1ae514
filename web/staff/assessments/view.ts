import { assessmentOf, visitAt, waitsForAssessment } from '#domain/case/assessment.ts';
import type { Assessment } from '#domain/case/assessment-shape.ts';
import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { peopleWith, personById, type Team } from '#domain/people/team.ts';
import type { Known } from '#domain/referral/known.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { toArrange } from '#domain/safe-contact/reads.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { movedAway } from '../../components/record/glance.ts';
import { safetyFacts } from '../../components/record/safety.ts';
import { responsibilityWords } from '../responsibility/words.ts';
import { arrangeInWords } from '../todo/arrange.ts';
import { whyInPerson } from '../todo/words.ts';
import { foundInWords, missedInWords, assessmentWords as words } from './words.ts';

/** Where an assessment is, and so which forms the page has. */
export type Stage = 'TO_BOOK' | 'BOOKED' | 'TO_RECORD' | 'ASKED' | 'DONE' | 'NOT_WAITING';

/** Where the assessment of a case is at this instant. */
export function stageOf(theCase: Case, now: string): Stage {
  const { done, asked, visit } = assessmentOf(theCase);
  if (done) return 'DONE';
  if (!waitsForAssessment(theCase)) return 'NOT_WAITING';
  if (asked) return 'ASKED';
  if (!visit) return 'TO_BOOK';
  return visitAt(visit) <= now ? 'TO_RECORD' : 'BOOKED';
}

/** What is booked and what was, a line each. */
export function visitRows(assessment: Assessment, team: Team) {
  const { visit, missed, done } = assessment;
  const booked = visit
    ? [
        { label: words.when, value: instantInWords(visitAt(visit)) },
        { label: words.who, value: personById(team, visit.person)?.name ?? '' },
        { label: words.where, value: visit.where ?? words.atHome },
      ]
    : [];
  return [
    ...booked,
    ...missed.map(({ on, why }) => ({ label: words.missedBefore, value: `${plainDate(on)}: ${missedInWords(why)}` })),
    ...(done
      ? [{ label: words.done, value: `${plainDate(done.on)}, ${actorInWords(done.by)}: ${foundInWords(done.outcome)}` }]
      : []),
  ];
}

/** Who the child is, where they live, and how each adult can be called safely. */
export function familyRows({ child, parents }: Known, family: Addressees) {
  if (child === '') return [];
  return [
    { label: words.child, value: child },
    { label: words.home, value: family.atSafePlace ? words.movedHome : (family.home?.address ?? words.noHome) },
    ...newAddresses(parents, family),
    ...parents.map((name, place) => {
      const way = wayTo(place, 'TELEPHONE', family);
      return {
        label: name ?? responsibilityWords.numbered(place + 1),
        value: 'address' in way ? way.address : whyInPerson(way.forAPerson),
      };
    }),
  ];
}

/** Where each adult lives by now, as staff recorded it since the referral was sent. */
function newAddresses(parents: Known['parents'], family: Addressees) {
  return parents.flatMap((name, place) => {
    const said = family.contacts?.findLast((one) => one.place === place && one.channel === 'POST');
    if (!said?.value) return [];
    return [{ label: words.newAddress(name ?? responsibilityWords.numbered(place + 1)), value: said.value }];
  });
}

/** What to know and to arrange before a visit. */
export function beforeVisit(
  referral: Referral | undefined,
  family: Addressees,
  { safePlace }: Pick<Case, 'safePlace'> = {},
): readonly string[] {
  const moved = safePlace ? [movedAway(safePlace)] : [];
  const facts = [...moved, ...(referral ? safetyFacts(referral) : [])].map(({ mark, said }) => `${mark}: ${said}`);
  return [...facts, ...arrangeInWords(toArrange(family))];
}

/** The colleagues who can visit, those of the child’s area first. */
export function visitors(team: Team, locality: string, practitioners: readonly { person: string; locality: string }[]) {
  const isNear = (id: string) => practitioners.some((one) => one.person === id && one.locality === locality);
  const all = peopleWith(team, 'PRACTITIONER');
  return [...all.filter(({ id }) => isNear(id)), ...all.filter(({ id }) => !isNear(id))].map(({ id, name }) => ({
    value: id,
    label: name,
  }));
}
