import type { Group } from '#domain/lists/capacity-record.ts';
import { groupInWords } from '#domain/lists/capacity-words.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import { dateIn } from '../../../components/typed-date.ts';
import { readTime } from '../../../components/typed-time.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import type { TypedSettings } from '../settings-page.ts';
import { venueFactFields, venueFactsOf, venueFactsTyped, venueFactWords } from '../venue-facts.ts';
import { CAPACITY_AT, groupAt } from './address.ts';
import { capacityPage } from './capacity-page.ts';
import { capacityProblems } from './view.ts';
import { groupChoices, capacityWords as words } from './words.ts';

/** The id in the address of the form for a new group. */
const NEW = 'new';

/** GET: the form of one group, filled in, or that for a new one. */
export function getGroup(deps: StaffDeps) {
  return async (access: AreaAccess, { id = '' }: Parameters): Promise<HttpResponse> =>
    groupPage(deps, access, id, { form: {}, problems: [] });
}

/** POST: the group as it is from now on. What someone has changed since is shown, and nothing is saved over it. */
export function postGroup(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, { id = '' }: Parameters): Promise<HttpResponse> => {
    const { pathway = '', name = '', locality = '', venue = '', access: getIn = '', places = '', day = '' } = fields;
    const { at = '', ends = '' } = fields;
    const command = {
      ...(id === NEW
        ? ({ change: 'GROUP', id: Buffer.from(deps.random(8)).toString('hex') } as const)
        : ({ change: 'GROUP_CHANGED', id } as const)),
      ...{ pathway, name, locality, venue, access: getIn, ...venueFactsTyped(fields), places, day },
      ...{ at: readTime(at) ?? at, ends: readTime(ends) ?? ends },
      ...{ from: dateIn(fields, 'from'), until: dateIn(fields, 'until') },
    };
    const problems = capacityProblems(await deps.changeCapacity(command, access.actor, Number(fields.version)));
    if (problems.length === 0) return seeOther(absoluteUrl(deps.baseUrl, CAPACITY_AT));
    return groupPage(deps, access, id, { form: fields, problems });
  };
}

async function groupPage(deps: StaffDeps, access: AreaAccess, id: string, typed: TypedSettings): Promise<HttpResponse> {
  const capacity = await deps.readCapacity();
  const group = capacity.groups.find((one) => one.id === id);
  if (!group && id !== NEW) return notFound(deps);
  const form = typed.problems.length > 0 ? typed.form : formOf(group);
  return capacityPage(deps, access, {
    ...{ ...typed, form: { ...form, version: typed.form.version } },
    ...{ capacity, template: 'group', title: group?.name ?? words.addGroup },
    saved: group ? [{ label: group.name, said: groupInWords(group) }] : [],
    data: { groupChoices, here: groupAt(id), facts: venueFactsOf(form), factWords: venueFactWords },
  });
}

function formOf(group: Group | undefined): Partial<FormFields> {
  if (!group) return {};
  const { pathway, name, locality, venue, access, facts, places, day, at, ends, from, until } = group;
  return {
    ...{ pathway, name, locality, venue, access, places: String(places), day, at, ends },
    ...venueFactFields(facts),
    ...dateFields('from', from),
    ...(until === undefined ? {} : dateFields('until', until)),
  };
}

function dateFields(name: string, on: string): FormFields {
  const [year = '', month = '', day = ''] = on.split('-').map((part) => part.replace(/^0/, ''));
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}
