import { phonedField } from '#application/joint/decide-joint.ts';
import type { Case } from '#domain/case/case.ts';
import { silentIn } from '#domain/case/joint.ts';
import type { JointService } from '#domain/case/joint-shape.ts';
import { hasFailed } from '#domain/case/unreached.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { howInWords, viewInWords, jointWords as words } from './words.ts';

type Joint = NonNullable<Case['joint']>;

const day = (at: string) => plainDate(londonDateOf(at));

/** What stands of a decision with other services: who agreed, what each service says, and what was decided. */
export function jointView(theCase: Case, joint: Joint, stored: StoredReferral | undefined) {
  const { agreed, services, chasedAt, decision, ended } = joint;
  const isFailed = hasFailed(theCase, (notice) => notice.startsWith('JOINT_'));
  return {
    agreed: `${words.agreed(whoIn(agreed, stored), howInWords(agreed.how), plainDate(agreed.on))} ${words.enteredBy(actorInWords(agreed.by))}`,
    services: services.map((one) => ({ label: one.name, lines: serviceLines(one) })),
    chased: chasedAt === undefined ? '' : words.chased(day(chasedAt)),
    undelivered: isFailed ? words.undelivered : '',
    decided: decision ? words.decided(decision.isYes, actorInWords(decision.by), day(decision.at)) : '',
    isNo: decision?.isYes === false,
    decision,
    withdrawn: ended?.why === 'WITHDRAWN' ? words.withdrawn(actorInWords(ended.by), day(ended.at)) : '',
    left: ended?.why === 'LEFT' ? words.left(day(ended.at)) : '',
    silent: silentIn(joint).map(({ to, name }) => ({
      ...{ to, named: phonedField('name', to), said: phonedField('said', to) },
      ...{ nameLabel: words.phonedName(name), saidLabel: words.phonedSaid(name) },
    })),
  };
}

function whoIn({ place, name = '', role = '' }: Joint['agreed'], stored: StoredReferral | undefined): string {
  if (place === undefined) return `${name}, ${role}`;
  return (stored && knownIn(stored).parents[place]) || words.numbered(place + 1);
}

function serviceLines({ openedAt, view, phoned }: JointService): string[] {
  if (view) return [words.view(viewInWords(view.what), `${view.name}, ${view.role}`, day(view.at)), view.reason];
  if (phoned) return [words.phoned(phoned.name, day(phoned.at)), phoned.said];
  return [openedAt === undefined ? words.notOpened : words.opened(day(openedAt))];
}
