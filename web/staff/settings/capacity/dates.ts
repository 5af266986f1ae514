import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import { dateIn } from '../../../components/typed-date.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { StaffDeps } from '../../deps.ts';
import type { TypedSettings } from '../settings-page.ts';
import { DATES_AT } from './address.ts';
import { capacityPage } from './capacity-page.ts';
import { capacityProblems, datesView } from './view.ts';
import { capacityWords as words } from './words.ts';

/** GET: the terms and the closed days, with a form for one more of each. */
export function getDates(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => datesPage(deps, access, { form: {}, problems: [] });
}

/** POST of one of the forms. What someone has changed since is shown, and nothing is saved over it. */
export function postDates(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields): Promise<HttpResponse> => {
    const command = commandIn(fields);
    if (!command) return notFound(deps);
    const found = capacityProblems(await deps.changeCapacity(command, access.actor, Number(fields.version)));
    if (found.length === 0) return seeOther(absoluteUrl(deps.baseUrl, DATES_AT));
    const problems = found.map((problem) =>
      command.change === 'CLOSED' && problem.path === 'from-day' ? { ...problem, path: 'closed-day' } : problem,
    );
    return datesPage(deps, access, { form: fields, problems });
  };
}

/** The change that one of the forms asks for; undefined for a form that is none of them. */
function commandIn(fields: FormFields) {
  const { name = '', why = '', first = '' } = fields;
  switch (fields.change) {
    case 'TERM':
      return { change: 'TERM', name, from: dateIn(fields, 'from'), until: dateIn(fields, 'until') } as const;
    case 'TERM_REMOVED':
      return { change: 'TERM_REMOVED', from: first } as const;
    case 'CLOSED':
      return { change: 'CLOSED', from: dateIn(fields, 'closed'), why } as const;
    case 'CLOSED_REMOVED':
      return { change: 'CLOSED_REMOVED', from: first } as const;
    default:
      return undefined;
  }
}

async function datesPage(deps: StaffDeps, access: AreaAccess, typed: TypedSettings): Promise<HttpResponse> {
  const capacity = await deps.readCapacity();
  const { terms, closed } = datesView(capacity, londonDateOf(deps.now()));
  return capacityPage(deps, access, {
    ...typed,
    ...{ capacity, template: 'dates', title: words.dates },
    saved: [
      ...terms.map(({ said }) => ({ label: words.terms, said })),
      ...closed.map(({ said }) => ({ label: words.closed, said })),
    ],
    isButton: typed.form.first !== undefined,
    data: { here: DATES_AT },
  });
}
