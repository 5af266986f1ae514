import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { Mistake } from '../../form/engine/mistake-words.ts';
import { viewOf } from '../../form/engine/view.ts';
import { beginEntry } from '../../form/paper/begin-entry.ts';
import { entryQuestions } from '../../form/paper/questions.ts';
import { readEntry } from '../../form/paper/read.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { paperWords } from './words.ts';

/** GET: who enters what. Their name is there already; it may be someone else's handwriting, but never someone else. */
export function getPaper(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => paperPage(deps, access, { name: access.person.name }, []);
}

/** POST: starts the draft that they complete. The mailbox is theirs, as the team record has it. */
export function postPaper(deps: StaffDeps) {
  return async (
    access: AreaAccess,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const read = readEntry(fields, londonDateOf(deps.now()));
    if (read.kind === 'WRONG') return paperPage(deps, access, fields, read.mistakes);
    const { id, mailbox } = access.person;
    return beginEntry(deps, request, { ...read.entry, mailbox, person: id });
  };
}

function paperPage(deps: StaffDeps, access: AreaAccess, typed: FormFields, problems: readonly Mistake[]): HttpResponse {
  return areaPage(deps, access, {
    here: '/staff/paper',
    status: problems.length === 0 ? 200 : 422,
    template: 'staff/paper/paper.njk',
    title: paperWords.title,
    data: { problems, words: paperWords, questions: entryQuestions.map((field) => viewOf(field, typed, problems)) },
  });
}
