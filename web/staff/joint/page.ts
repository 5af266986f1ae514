import { SOMEONE_ELSE } from '#application/joint/agree-joint.ts';
import { phonedField, viewChanges } from '#application/joint/decide-joint.ts';
import { isJointOpen, mayAgree } from '#domain/case/joint.ts';
import { JOINT_PATHWAY } from '#domain/case/joint-left.ts';
import { CHASE_WORKING_DAYS } from '#domain/case/shared.ts';
import { hasRole } from '#domain/people/person.ts';
import { FEWEST_THAT_DECIDE, servicesThatDecide } from '#domain/people/services.ts';
import { knownIn } from '#domain/referral/known.ts';
import type { RecordSeen } from '../../access/area-record.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { RECORDS_AT, recordAt } from '../records/address.ts';
import { SERVICES_AT } from '../settings/services/page.ts';
import { jointAt } from './address.ts';
import { jointView } from './view.ts';
import { howChoices, jointAgreedFaultWords, jointDecidedFaultWords, jointWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly notice: string;
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const ANSWERS = [
  { value: 'YES', label: words.yes },
  { value: 'NO', label: words.no },
];

/** GET: what stands of the decision with other services, and the forms that fit. Showing it is a reading. */
export function getJoint(deps: StaffDeps) {
  return (seen: RecordSeen, _: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const notice = query.done === 'yes' ? words.done : query.done === 'no' ? words.same : '';
    return jointPage(deps, seen, { status: 200, notice, form: {}, problems: [] });
  };
}

/** POST: that the parents agree, or no longer do. A second press changes nothing, and says so. */
export function postJoint(deps: StaffDeps) {
  return async (seen: RecordSeen, form: FormFields): Promise<HttpResponse> => {
    const { reference } = seen.theCase;
    if (form.change === 'STOP')
      return answered(deps, reference, (await deps.withdrawJoint(reference, seen.actor)) === 'DONE');
    const { who = '', name = '', role = '', how = '' } = form;
    const result = await deps.agreeJoint(reference, { who, name, role, how, on: enteredOn(form) }, seen.actor);
    // Too few services may be marked by now: the page says so in place of the form.
    if (result.kind === 'NO_SERVICES') return jointPage(deps, seen, { status: 409, notice: '', form, problems: [] });
    if (result.kind !== 'INVALID') return answered(deps, reference, result.kind === 'DONE');
    const problems = inDatedWords(jointAgreedFaultWords, result.problems, form);
    return jointPage(deps, seen, { status: 422, notice: '', form, problems });
  };
}

/** POST of a manager: what was decided together, which closes the links. */
export function postJointDecision(deps: StaffDeps) {
  return async (seen: RecordSeen, form: FormFields): Promise<HttpResponse> => {
    const { reference, joint } = seen.theCase;
    const { isYes = '', reason = '', took = '' } = form;
    const phoned = (joint?.services ?? []).map(({ to }) => ({
      ...{ to, name: form[phonedField('name', to)] ?? '', said: form[phonedField('said', to)] ?? '' },
    }));
    const typed = { phoned, isYes, reason, took, seen: form.seen ?? '' };
    const result = await deps.decideJoint(reference, typed, seen.actor);
    if (result.kind === 'CHANGED') {
      const theCase = (await deps.cases.readWholeCase(reference)) ?? seen.theCase;
      return jointPage(deps, { ...seen, theCase }, { status: 409, notice: words.viewChanged, form, problems: [] });
    }
    if (result.kind !== 'INVALID') return answered(deps, reference, result.kind === 'DONE');
    const problems = inCommandWords(jointDecidedFaultWords, result.problems);
    const theCase = (await deps.cases.readWholeCase(reference)) ?? seen.theCase;
    return jointPage(deps, { ...seen, theCase }, { status: 422, notice: '', form, problems });
  };
}

function answered(deps: StaffDeps, reference: string, isDone: boolean): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, `${jointAt(reference)}?done=${isDone ? 'yes' : 'no'}`));
}

async function jointPage(deps: StaffDeps, seen: RecordSeen, { status, ...shown }: Shown): Promise<HttpResponse> {
  const { theCase, actor: by, person, team } = seen;
  const { reference, joint } = theCase;
  const [stored, entry] = await Promise.all([
    deps.referrals.readReferral(reference),
    waitsIn(deps, seen),
    deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' }),
  ]);
  const parents = stored ? knownIn(stored).parents : [];
  const services = servicesThatDecide(team).map(({ name }) => name);
  return areaPage(deps, seen, {
    ...{ here: RECORDS_AT, template: 'staff/joint/joint.njk', title: words.title(reference), status },
    data: {
      ...{
        ...shown,
        isDone: shown.notice === words.done,
        words,
        at: jointAt(reference),
        record: recordAt(reference),
        settingsAt: SERVICES_AT,
      },
      ...{
        services,
        isEnough: services.length >= FEWEST_THAT_DECIDE,
        howChoices,
        answers: ANSWERS,
        chase: words.chase(CHASE_WORKING_DAYS),
      },
      joint: joint ? jointView(theCase, joint, stored) : undefined,
      isOpen: isJointOpen(theCase),
      seen: viewChanges(theCase),
      mayAgree: mayAgree(theCase) && entry?.pathway === JOINT_PATHWAY,
      isManager: hasRole(person, 'SERVICE_MANAGER'),
      who: [
        ...parents.map((name, place) => ({ value: String(place), label: name || words.numbered(place + 1) })),
        { value: SOMEONE_ELSE, label: words.someoneElse },
      ],
    },
  });
}

/** The place of the child, also where a support holds it. */
async function waitsIn(deps: StaffDeps, { theCase: { reference, status } }: RecordSeen) {
  return status === 'ON_WAITING_LIST' || status === 'IN_SUPPORT' ? deps.readEntry(reference) : null;
}
