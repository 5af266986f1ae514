import { type Register, registerState } from '#application/support/read-register.ts';
import { groupDayInWords } from '#domain/lists/capacity-words.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { keepMark, keepOn } from '../../keep/keep.ts';
import { areaPage } from '../area/area-page.ts';
import { closingAt } from '../closing/address.ts';
import type { StaffDeps } from '../deps.ts';
import { planAt } from '../plan/address.ts';
import { safePlaceAt } from '../safe-place/address.ts';
import { GROUPS_AT, registerAt } from './address.ts';
import { groupsWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly notice: string;
  /** Who is selected as missing; undefined shows what is recorded. */
  readonly missed?: readonly string[];
  /** The form that was saved just now. */
  readonly saved?: string;
}

/** The name under which a browser keeps what is selected in a register. */
export const REGISTER = 'register';

/** GET: the register of one session, by name. Showing a name is a reading of that child's record. */
export function getRegister(deps: StaffDeps) {
  return async (
    access: AreaAccess,
    { id = '', on = '' }: Parameters,
    { query }: HttpRequest,
  ): Promise<HttpResponse> => {
    const register = await deps.readRegister(id, on);
    const done = query.done === 'yes' ? { notice: words.saved, saved: REGISTER } : { notice: '' };
    return register ? registerPage(deps, access, register, { status: 200, ...done }) : notFound(deps);
  };
}

/** POST: the whole register at once. What someone recorded since is shown, and nothing is saved over it. */
export function postRegister(deps: StaffDeps) {
  return async (access: AreaAccess, form: FormFields, { id = '', on = '' }: Parameters): Promise<HttpResponse> => {
    const missed = Object.keys(form).flatMap((name) => /^missed-(.+)$/.exec(name)?.[1] ?? []);
    const result = await deps.recordRegister({ group: id, on, missed, seen: form.seen ?? '' }, access.actor);
    if (result.kind === 'NO_SESSION') return notFound(deps);
    if (result.kind === 'SAVED') return seeOther(absoluteUrl(deps.baseUrl, `${registerAt(id, on)}?done=yes`));
    return registerPage(deps, access, result.now, { status: 409, notice: words.changed, missed });
  };
}

async function registerPage(
  deps: StaffDeps,
  access: AreaAccess,
  register: Register,
  { status, notice, missed, saved }: Shown,
): Promise<HttpResponse> {
  const { group, on, children } = register;
  const named = await Promise.all(
    children.map(async (child) => ({ ...child, name: await nameOf(deps, access, child.reference) })),
  );
  const seen = registerState(register);
  const keep = keepOn({
    ...{ person: access.person.id, reference: `${group.id} ${on}`, forms: [REGISTER] },
    ...{ saved, isTyped: status !== 200 },
  });
  const byName = named.toSorted((a, b) => a.name.localeCompare(b.name));
  const isMissing = ({ reference, isPresent }: Register['children'][number]) =>
    missed ? missed.includes(reference) : isPresent === false;
  return areaPage(deps, access, {
    ...{ here: GROUPS_AT, template: 'staff/groups/register.njk', status, script: keep.script },
    title: words.register(group.name, plainDate(on)),
    data: {
      ...{ words, notice, isChanged: status === 409, at: registerAt(group.id, on), back: GROUPS_AT },
      ...{ said: `${group.locality}, ${groupDayInWords(group)}`, seen, keep, over: keepMark(REGISTER, seen) },
      isRecorded: children.some(({ isPresent }) => isPresent !== undefined),
      rows: byName.map(({ name, reference, isPresent }) => ({
        ...{
          name,
          state: stateInWords(isPresent),
          planAt: planAt(reference),
          safePlaceAt: safePlaceAt(reference),
          close: closingAt(reference),
        },
      })),
      choices: byName.map((one) => ({ value: one.reference, label: one.name, isTheirs: isMissing(one) })),
    },
  });
}

async function nameOf(deps: StaffDeps, { actor: by }: AreaAccess, reference: string): Promise<string> {
  const [stored] = await Promise.all([
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  const child = stored && referralIn(stored)?.child;
  return child ? words.child(`${child.firstName} ${child.lastName}`, reference) : words.nameless(reference);
}

/** What was recorded of a child in one session. */
export function stateInWords(isPresent: boolean | undefined): string {
  if (isPresent === undefined) return words.nothing;
  return isPresent ? words.came : words.missed;
}
