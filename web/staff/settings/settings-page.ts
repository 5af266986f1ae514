import type { Team } from '#domain/people/team.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage, type PlaceAt } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import type { SettingsProblem } from './problems.ts';
import { changesOf } from './view.ts';

/** What is saved now, as a form that was overtaken shows it beside what was typed. */
export interface SavedNow {
  readonly label: string;
  readonly said: string;
}

/** A form of the settings as it was typed, and what is wrong with it. */
export interface TypedSettings {
  readonly form: Partial<FormFields>;
  readonly problems: readonly SettingsProblem[];
}

interface SettingsSpec extends TypedSettings {
  readonly template: string;
  readonly title: string;
  /** What the form changes, as it is saved now. */
  readonly saved: readonly SavedNow[];
  /** A form without a question: there is nothing that was typed. */
  readonly isButton?: boolean;
  readonly data: Record<string, unknown>;
  /** Which place of the navigation it is, and what its form changes; without them it is of the team and its record. */
  readonly here?: PlaceAt;
  readonly record?: { readonly version: number; readonly changesSince: (version: number) => readonly unknown[] };
}

/** Whether someone has changed the team since the form was shown. */
export function isStale({ problems }: Pick<TypedSettings, 'problems'>): boolean {
  return problems.some(({ path }) => path === 'change');
}

/**
 * A page of the settings with its form. It answers 422 where something is wrong, and 409 where someone has changed the team
 * since the form was shown. Either keeps what was typed. A 409 shows beside it what they changed, and what is saved now.
 */
export function settingsPage(
  deps: StaffDeps,
  access: AreaAccess,
  { template, title, form, problems, saved, isButton = false, data, here = '/staff/settings', record }: SettingsSpec,
): HttpResponse {
  const { version, changesSince } = record ?? ofTeam(access.team);
  const stale = isStale({ problems });
  return areaPage(deps, access, {
    here,
    status: stale ? 409 : problems.length > 0 ? 422 : 200,
    template,
    title,
    data: {
      // A form with a mistake in it was not held against what others changed: it keeps the version that it was shown with.
      ...{ version: problems.length > 0 && !stale ? Number(form.version) : version, form, ...data },
      problems: stale ? [] : problems,
      stale: stale ? { changes: changesSince(Number(form.version)), saved, isButton } : null,
    },
  });
}

function ofTeam(team: Team) {
  return { version: team.version, changesSince: (version: number) => changesOf(team, version) };
}
