import type { TeamChange } from './change.ts';
import type { LetterSettings } from './letters.ts';
import { nextTeam, type TeamMoment } from './next-team.ts';
import type { Team } from './team.ts';

type Typed = Required<Pick<LetterSettings, 'phone' | 'hours' | 'email' | 'signatory'>>;

const said = ({ phone, hours, email, signatory = '' }: LetterSettings) => [phone, hours, email, signatory].join('; ');

/** The team whose emails give this contact and this signatory from now on. Without a signatory the service signs. */
export function lettersChanged(team: Team, moment: TeamMoment, typed: Typed): TeamChange {
  const { phone, hours, email, signatory } = typed;
  // What a later release keeps here stays, but for a signatory that is taken away.
  const { signatory: _, ...kept } = { signatory, ...team.letters };
  const letters: LetterSettings = { ...kept, phone, hours, email, ...(signatory === '' ? {} : { signatory }) };
  const from = team.letters ? { from: said(team.letters) } : {};
  return nextTeam(team, moment, { letters }, { what: 'LETTERS_CHANGED', ...from, to: said(letters) });
}
