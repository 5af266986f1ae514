import { filesAsAnswers } from '#domain/draft/files.ts';
import { isMailOpen, mailReference } from '#domain/mail/incoming-mail.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { admit } from '../../access/admit-to-draft.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { Mistake } from '../../form/engine/mistake-words.ts';
import { viewOf } from '../../form/engine/view.ts';
import { beginEntry } from '../../form/paper/begin-entry.ts';
import { entryQuestions } from '../../form/paper/questions.ts';
import { readEntry } from '../../form/paper/read.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { MAIL_AT, mailAt } from './address.ts';
import { draftOf, goneMail } from './page.ts';
import { enterWords as words } from './words.ts';

/** It came by email: that is not asked. */
const questions = entryQuestions.filter(({ path }) => path !== 'cameBy');

/** GET: who enters the email as a referral, and when it arrived. */
export function getEnter(deps: StaffDeps) {
  return async (access: AreaAccess, { id = '' }: Parameters): Promise<HttpResponse> => {
    const mail = await deps.mails.readMail(id);
    if (!mail || !isMailOpen(mail)) return goneMail(deps);
    const [year = '', month = '', day = ''] = londonDateOf(mail.receivedAt)
      .split('-')
      .map((part) => `${Number(part)}`);
    const arrived = { 'arrivedOn-day': day, 'arrivedOn-month': month, 'arrivedOn-year': year };
    return enterPage(deps, access, id, { name: access.person.name, ...arrived }, []);
  };
}

/** POST: starts the draft with the documents of the email, once; a second press goes on with the one that was started. */
export function postEnter(deps: StaffDeps) {
  return async (access: AreaAccess, fields: FormFields, { id = '' }: Parameters, request: HttpRequest) => {
    const mail = await deps.mails.readMail(id);
    if (!mail || !isMailOpen(mail)) return goneMail(deps);
    const begun = await draftOf(deps, mail);
    if (begun?.sent) return seeOther(absoluteUrl(deps.baseUrl, mailAt(id)));
    if (begun) {
      const cookies = await admit(deps, request, begun.id, access.person.mailbox);
      return seeOther(absoluteUrl(deps.baseUrl, `/refer/${begun.id}`), cookies);
    }
    const read = readEntry({ ...fields, cameBy: 'EMAIL' }, londonDateOf(deps.now()));
    if (read.kind === 'WRONG') return enterPage(deps, access, id, fields, read.mistakes);
    const draft = Buffer.from(deps.random(16)).toString('base64url');
    // Noted first, so that the documents never belong to two drafts.
    if (!(await deps.beginDraft(mail, draft))) return seeOther(absoluteUrl(deps.baseUrl, mailAt(id)));
    const { person } = access;
    const entry = { ...read.entry, mailbox: person.mailbox, person: person.id };
    const by = actorOf(person);
    await deps.access.recordReading({ reference: mailReference(mail), at: deps.now(), by, what: 'MAIL' });
    return beginEntry(deps, request, entry, { id: draft, answers: documents(mail.files) });
  };
}

/** Each file of the email is a document of its own. What kind it is, staff say in the form. */
function documents(files: readonly string[]) {
  const answers = files.map((file, n) =>
    filesAsAnswers(`evidence[${n}]`, { evidenceIds: [file], awaited: undefined, replaces: undefined }),
  );
  return Object.assign({}, ...answers);
}

function enterPage(
  deps: StaffDeps,
  access: AreaAccess,
  id: string,
  typed: FormFields,
  problems: readonly Mistake[],
): HttpResponse {
  return areaPage(deps, access, {
    here: MAIL_AT,
    status: problems.length === 0 ? 200 : 422,
    template: 'staff/mail/enter.njk',
    title: words.title(id),
    data: {
      problems,
      words,
      at: `${mailAt(id)}/enter`,
      questions: questions.map((one) => viewOf(one, typed, problems)),
    },
  });
}
