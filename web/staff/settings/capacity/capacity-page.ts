import type { Capacity } from '#domain/lists/capacity-record.ts';
import { dayInWords } from '#domain/people/stay-and-play.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { weekdays } from '#domain/values/working-calendar.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import type { HttpResponse } from '../../../http/message.ts';
import type { StaffDeps } from '../../deps.ts';
import { wrongDates } from '../problems.ts';
import { type SavedNow, settingsPage, type TypedSettings } from '../settings-page.ts';
import { settingsWords } from '../words.ts';
import { CAPACITY_AT } from './address.ts';
import { capacityChangesOf, capacityView } from './view.ts';
import { capacityChanged, capacityWords as words } from './words.ts';

interface CapacitySpec extends TypedSettings {
  readonly capacity: Capacity;
  readonly template: 'capacity' | 'practitioner' | 'group' | 'dates';
  readonly title: string;
  readonly saved: readonly SavedNow[];
  readonly isButton?: boolean;
  readonly data?: Record<string, unknown>;
}

const DATES = ['from', 'until', 'closed', 'away', 'back'] as const;

/** One page of what the service can offer, with everything typed where its form was overtaken or had a mistake. */
export function capacityPage(
  deps: StaffDeps,
  access: AreaAccess,
  { capacity, template, data, ...spec }: CapacitySpec,
): HttpResponse {
  return settingsPage(deps, access, {
    ...spec,
    here: CAPACITY_AT,
    record: {
      version: capacity.version,
      changesSince: (version) => capacityChangesOf(capacity, access.team, version),
    },
    template: `staff/settings/capacity/${template}.njk`,
    data: {
      ...{ words, at: CAPACITY_AT, settingsWords: { ...settingsWords, changedSince: capacityChanged } },
      ...capacityView({ capacity, team: access.team, calendar: deps.policy }, londonDateOf(deps.now())),
      localities: localitySchema.options.map((one) => ({ value: one, label: one })),
      days: weekdays.map((day) => ({ value: day, label: dayInWords(day) })),
      wrong: wrongDates(spec.problems, DATES),
      ...data,
    },
  });
}
