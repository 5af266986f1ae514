import type { Case, Task } from '#domain/case/case.ts';
import { openTask } from '#domain/case/decide.ts';
import { takesRecordedAnswer, waitsForAnswer } from '#domain/case/questioned.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, sayAndLead } from '../../layout/page.ts';
import { areasIn, toolIn } from '../../referral/answer/ages/areas-in.ts';
import { areaFieldsIn, withoutAreas } from '../../referral/answer/ages/fields.ts';
import { agesPage, pageWith } from '../../referral/answer/ages/page.ts';
import { typedAreas } from '../../referral/answer/ages/typed.ts';
import { agesWords } from '../../referral/answer/ages/words.ts';
import { askedInWords } from '../../referral/answer/asked.ts';
import type { StaffDeps } from '../deps.ts';
import { recordAt } from '../records/address.ts';
import { staffAnswerFaultWords, staffAnswerWords } from './words.ts';

type Problems = readonly { readonly path: string; readonly message: string }[];
type Waiting = { readonly theCase: Case; readonly task: Task };

/** GET: what the team asked, and a form for what the referrer told a member of staff. Showing it is a reading. */
export function getStaffAnswer(deps: StaffDeps) {
  return async (access: AreaAccess, { reference = '' }: Parameters): Promise<HttpResponse> => {
    const found = await waitingOf(deps, reference);
    if (!found) return nothing(deps, reference);
    await deps.access.recordReading({ reference, at: deps.now(), by: access.actor, what: 'QUESTION' });
    return answerPage(deps, access, found, {}, []);
  };
}

/** POST: recorded, once, by the checks of the referrer's own answer. Its other buttons lead to the ages and back. */
export function postStaffAnswer(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, { reference = '' }: Parameters): Promise<HttpResponse> => {
    const found = await waitingOf(deps, reference);
    if (!found) return nothing(deps, reference);
    const at = { path: answerAt(reference), csrf: access.csrf };
    if (fields.do === 'tool') return agesPage(deps, at, fields, 'tool');
    if (fields.do === 'ages') {
      const mistakes = await toolIn(deps, found, fields);
      return agesPage(deps, at, fields, mistakes.length > 0 ? 'tool' : 'areas', mistakes);
    }
    const { do: pressed = '', csrf: _, ...typed } = fields;
    const form = pressed === 'without' ? withoutAreas(typed) : typed;
    const { mistakes, referral } = await areasIn(deps, found, form);
    if (mistakes.length > 0) return agesPage(deps, at, form, pageWith(mistakes), mistakes);
    if (pressed !== '') return answerPage(deps, access, found, form, []);
    const result = await deps.recordAnswer({
      ...{ reference, taskId: found.task.id, by: access.actor, text: form.text ?? '' },
      ...{ name: form.name ?? '', on: enteredOn(form) },
      ...(referral && { areas: referral.assessments }),
    });
    if (result.kind === 'CLOSED') return nothing(deps, reference);
    if (result.kind === 'INVALID')
      return answerPage(deps, access, found, form, inDatedWords(staffAnswerFaultWords, result.problems, form));
    return page(deps, {
      ...{ status: 200, template: 'staff/answer/recorded.njk', title: staffAnswerWords.recorded(reference) },
      data: { words: staffAnswerWords, record: recordAt(reference) },
    });
  };
}

/** Where an answer to this referral is recorded, below the base. */
export function answerAt(reference: string): string {
  return `${recordAt(reference)}/answer`;
}

async function waitingOf(deps: StaffDeps, reference: string): Promise<Waiting | undefined> {
  const theCase = isReference(reference) ? await deps.cases.readCase(reference) : undefined;
  const task = theCase?.task && openTask(theCase, theCase.task.id);
  return theCase && task && takesRecordedAnswer(theCase) ? { theCase, task } : undefined;
}

function nothing(deps: StaffDeps, reference: string): HttpResponse {
  if (!isReference(reference)) return notFound(deps);
  const onward = { at: recordAt(reference), text: staffAnswerWords.back };
  return sayAndLead(deps, { status: 409, title: staffAnswerWords.title(reference), onward }, staffAnswerWords.nothing);
}

async function answerPage(
  deps: StaffDeps,
  { csrf }: AreaAccess,
  { theCase }: Waiting,
  form: FormFields,
  problems: Problems,
): Promise<HttpResponse> {
  const { reference } = theCase;
  const { referral: areas } = await areasIn(deps, { theCase }, form);
  return page(deps, {
    status: problems.length > 0 ? 422 : 200,
    template: 'staff/answer/answer.njk',
    title: staffAnswerWords.title(reference),
    data: {
      ...{
        csrf,
        form,
        problems,
        agesWords,
        words: staffAnswerWords,
        path: answerAt(reference),
        record: recordAt(reference),
      },
      question: askedInWords(theCase.ask).question,
      documents: waitsForAnswer(theCase) ? staffAnswerWords.documents : staffAnswerWords.noDocuments,
      hidden: Object.entries(areaFieldsIn(form)),
      areas: areas ? typedAreas(areas, londonDateOf(deps.now()), deps.policy) : false,
    },
  });
}
