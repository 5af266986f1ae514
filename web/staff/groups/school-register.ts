import { type SchoolRegister, schoolRegisterState } from '#application/starting-school/school-register.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { knownIn } from '#domain/referral/known.ts';
import { plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { keepMark, keepOn } from '../../keep/keep.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { GROUPS_AT, schoolRegisterAt } from './address.ts';
import { REGISTER, stateInWords } from './register.ts';
import { groupsWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly notice: string;
  /** What is selected; undefined shows what is recorded. */
  readonly typed?: { readonly missed: readonly string[]; readonly came: readonly string[] };
  /** The form that was saved just now. */
  readonly saved?: string;
}

/** The session that an address names. A town that there is not finds none. */
function sessionIn({ town = '', on = '' }: Parameters) {
  return { town: localitySchema.options.find((one) => one.toLowerCase() === town) ?? '', on };
}

/** GET: the register of one session of Starting School, by name. Showing a name is a reading of that child's record. */
export function getSchoolRegister(deps: StaffDeps) {
  return async (access: AreaAccess, parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const register = await deps.readSchoolRegister(sessionIn(parameters));
    const done = query.done === 'yes' ? { notice: words.saved, saved: REGISTER } : { notice: '' };
    return register ? registerPage(deps, access, register, { status: 200, ...done }) : notFound(deps);
  };
}

/** POST: the whole register at once. What someone recorded since is shown, and nothing is saved over it. */
export function postSchoolRegister(deps: StaffDeps) {
  return async (access: AreaAccess, form: FormFields, parameters: Parameters): Promise<HttpResponse> => {
    const session = sessionIn(parameters);
    const [missed, came] = [/^missed-(.+)$/, /^came-(.+)$/].map((pattern) =>
      Object.keys(form).flatMap((name) => pattern.exec(name)?.[1] ?? []),
    );
    const typed = { missed: missed ?? [], came: came ?? [] };
    const result = await deps.recordSchoolRegister({ ...session, ...typed, seen: form.seen ?? '' }, access.actor);
    if (result.kind === 'NO_SESSION') return notFound(deps);
    if (result.kind === 'CHANGED')
      return registerPage(deps, access, result.now, { status: 409, notice: words.changed, typed });
    return seeOther(absoluteUrl(deps.baseUrl, `${schoolRegisterAt(session.town, session.on)}?done=yes`));
  };
}

async function registerPage(
  deps: StaffDeps,
  access: AreaAccess,
  register: SchoolRegister,
  { status, notice, typed, saved }: Shown,
): Promise<HttpResponse> {
  const { town, on, children } = register;
  const named = await Promise.all(
    children.map(async (child) => ({ ...child, name: await nameOf(deps, access, child.reference) })),
  );
  const seen = schoolRegisterState(register);
  const keep = keepOn({
    ...{ person: access.person.id, reference: `${town} ${on}`, forms: [REGISTER] },
    ...{ saved, isTyped: status !== 200 },
  });
  const byName = named.toSorted((a, b) => a.name.localeCompare(b.name));
  const choices = (isExpected: boolean) =>
    byName
      .filter((one) => one.isExpected === isExpected)
      .map(({ reference, name, isPresent }) => {
        const said = isExpected ? typed?.missed : typed?.came;
        const isTheirs = said ? said.includes(reference) : isPresent === !isExpected;
        return { value: reference, label: name, isTheirs };
      });
  return areaPage(deps, access, {
    ...{ here: GROUPS_AT, template: 'staff/groups/school-register.njk', status, script: keep.script },
    title: words.schoolRegister(town, plainDate(on)),
    data: {
      ...{ words, notice, isChanged: status === 409, at: schoolRegisterAt(town, on), back: GROUPS_AT },
      ...{ seen, keep, over: keepMark(REGISTER, seen), expected: choices(true), others: choices(false) },
      rows: byName
        .filter(({ isPresent }) => isPresent !== undefined)
        .map(({ name, isPresent }) => ({ name, state: stateInWords(isPresent) })),
    },
  });
}

async function nameOf(deps: StaffDeps, { actor: by }: AreaAccess, reference: string): Promise<string> {
  const [stored] = await Promise.all([
    deps.referrals.readReferral(reference),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  const { child } = knownIn(stored);
  return child === '' ? words.nameless(reference) : words.child(child, reference);
}
