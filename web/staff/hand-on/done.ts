import type { HandOnResult } from '#application/triage/hand-on-tasks.ts';
import type { Person } from '#domain/people/person.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { HAND_ON_AT, QUEUE_AT } from '../queue/address.ts';
import { handOnWords } from './words.ts';

interface Done {
  readonly result: HandOnResult;
  readonly to: Person;
  /** What was sent, so that the rest is tried again as the same batch. */
  readonly fields: FormFields;
  /** What each task is called. */
  readonly titles: ReadonlyMap<string, string>;
  /** How many were not chosen. */
  readonly stays: number;
  /** How many were too many for one press. */
  readonly left: number;
}

/** What became of each task, and a button for those that failed. */
export function handedOnPage(
  deps: StaffDeps,
  access: AreaAccess,
  { result: { results, anchor, isTold }, to, fields, titles, stays, left }: Done,
): HttpResponse {
  const of = (kind: (typeof results)[number]['kind']) =>
    results.filter((one) => one.kind === kind).map(({ id, reference }) => titles.get(id) ?? reference);
  const [done, decided, named, failed] = [of('DONE'), of('DECIDED'), of('NAMED'), of('FAILED')];
  const { from = '', task = '', which = '', batch = '' } = fields;
  return areaPage(deps, access, {
    here: QUEUE_AT,
    template: 'staff/hand-on/done.njk',
    title: handOnWords.done(to.name),
    data: {
      ...{ words: handOnWords, at: HAND_ON_AT, queueAt: QUEUE_AT },
      said: done.length > 0 ? handOnWords.doneSays(done.length) : handOnWords.noneSays,
      told: results.length === 0 ? '' : isTold ? handOnWords.told : handOnWords.notTold,
      ...{ done, decided, named, failed, stays: stays > 0 ? handOnWords.stays(stays) : '' },
      ...{ more: left > 0 ? handOnWords.more(left) : '' },
      again: failed.length > 0 || left > 0 ? { from, task, which, batch, anchor, to: to.id } : null,
    },
  });
}
