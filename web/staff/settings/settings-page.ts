import type { AreaAccess } from '../../access/area-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import type { SettingsProblem } from './problems.ts';
import { changesOf } from './view.ts';

/** A form of the settings as it was typed, and what is wrong with it. */
export interface TypedSettings {
  readonly form: Partial<FormFields>;
  readonly problems: readonly SettingsProblem[];
}

interface SettingsSpec extends TypedSettings {
  readonly template: string;
  readonly title: string;
  readonly data: Record<string, unknown>;
}

/** Whether someone has changed the team since the form was shown. */
export function isStale({ problems }: Pick<TypedSettings, 'problems'>): boolean {
  return problems.some(({ path }) => path === 'change');
}

/**
 * A page of the settings with its form. It answers 422 where something is wrong, and 409 with what someone has changed since
 * the form was shown.
 */
export function settingsPage(
  deps: StaffDeps,
  access: AreaAccess,
  { template, title, form, problems, data }: SettingsSpec,
): HttpResponse {
  const { team } = access;
  const stale = isStale({ problems });
  return areaPage(deps, access, {
    here: '/staff/settings',
    status: stale ? 409 : problems.length > 0 ? 422 : 200,
    template,
    title,
    data: {
      ...{ version: team.version, form, ...data },
      problems: stale ? [] : problems,
      stale: stale ? changesOf(team, Number(form.version)) : null,
    },
  });
}
