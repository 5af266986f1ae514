import type { DecisionContext } from '#application/triage/decision-context.ts';
import { rolesInWords } from '#domain/people/staff-actor.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { plainDate } from '#domain/values/dates.ts';
import type { OpenTask } from '../../access/staff-task.ts';
import { commandOf, type TypedDecision } from '../../access/staff-typed.ts';
import type { StaffDeps } from '../deps.ts';
import { criterionChoices } from './criteria.ts';
import { fieldWords } from './field-words.ts';
import { serviceChoices } from './services.ts';

/** The meetings that are offered: older ones are too long ago to be written up. */
const MEETINGS = 8;

/** What can be chosen with a decision of triage, from the calendar, the team and the rules of this moment. */
export function fieldsView(
  deps: Pick<StaffDeps, 'policy' | 'config'>,
  access: OpenTask,
  { form, home, context }: { form: TypedDecision; home: string | undefined; context: DecisionContext },
) {
  const { suggestedBand, acceptOutsideMeeting, seconds, meetings, toCome } = context;
  const others = seconds.filter(({ id }) => id !== access.person.id);
  const chosen = (id: string) => id === form.secondName;
  return {
    lists: localitySchema.options.map((name) => ({ code: name, name })),
    listHint: home === undefined ? fieldWords.noHome : fieldWords.listHint(home),
    bands: ['1', '2', '3'].map((code) => ({ code, name: fieldWords.bandOf(code) })),
    bandHint: fieldWords.bandHint(suggestedBand),
    criteria: criterionChoices(deps.policy, context.isUnanswered),
    services: serviceChoices(deps, context),
    othersHint: fieldWords.othersHint(!acceptOutsideMeeting),
    meetings: meetings.slice(0, MEETINGS).map((on) => ({ code: on, name: plainDate(on) })),
    toCome: toCome.slice(0, MEETINGS).map(({ on }) => ({ code: on, name: plainDate(on) })),
    meetingOn: commandOf(access, form).meetingOn,
    seconds: [
      { value: '', text: fieldWords.noSecond },
      ...others.map((person) => ({
        value: person.id,
        text: `${person.name}, ${rolesInWords(person)}`,
        selected: chosen(person.id),
      })),
    ],
  };
}
