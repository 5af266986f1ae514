import type { OpenedMail } from '#application/mail/do-mails.ts';
import { FORM, isKept } from '#domain/draft/draft.ts';
import { type IncomingMail, isMailOpen, mailReference, mailSignSchema, mayAnswer } from '#domain/mail/incoming-mail.ts';
import { hasSender } from '#domain/mail/read-mail.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { say } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { openFile } from '../record/evidence/open-file.ts';
import { MAIL_AT, mailAt } from './address.ts';
import { closeFaultWords, outcomeWords, signWords, mailWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly notice: string;
}

const PLAIN: Shown = { status: 200, form: {}, problems: [], notice: '' };

/** GET: one email, as plain words. Showing it is a reading. */
export function getMail(deps: StaffDeps) {
  return (access: AreaAccess, { id = '' }: Parameters): Promise<HttpResponse> => mailPage(deps, access, id, PLAIN);
}

/** POST: closes the email, or sends the form’s link to its sender. */
export function postMail(deps: StaffDeps) {
  return async (access: AreaAccess, form: FormFields, { id = '' }: Parameters): Promise<HttpResponse> => {
    if (form.do === 'answer') return answered(deps, access, id);
    const { outcome = '', reference = '' } = form;
    const result = await deps.closeMail(id, { outcome, reference }, access.actor);
    if (result.kind === 'DONE') return seeOther(absoluteUrl(deps.baseUrl, mailAt(id)));
    const problems = result.kind === 'INVALID' ? inCommandWords(closeFaultWords, result.problems) : [];
    const notice = result.kind === 'FIRST' ? words.first : '';
    return mailPage(deps, access, id, { status: result.kind === 'INVALID' ? 422 : 409, form, problems, notice });
  };
}

async function answered(deps: StaffDeps, access: AreaAccess, id: string): Promise<HttpResponse> {
  const result = await deps.answerMail(id, access.actor);
  if (result === 'SENT') return seeOther(absoluteUrl(deps.baseUrl, mailAt(id)));
  const notice = result === 'REFUSED' ? words.refused : words.notNow;
  return mailPage(deps, access, id, { ...PLAIN, status: 409, notice });
}

/** GET: one file of an email, once it was scanned. */
export function getMailFile(deps: StaffDeps) {
  return async ({ actor }: AreaAccess, { id = '', index = '' }: Parameters): Promise<HttpResponse> => {
    const mail = await deps.mails.readMail(id);
    const evidenceId = /^\d{1,2}$/.test(index) ? mail?.files[Number(index)] : undefined;
    if (!mail || evidenceId === undefined) return goneMail(deps);
    const reader = { theCase: { reference: mailReference(mail), caller: FORM }, actor };
    const wanted = {
      evidenceId,
      versionId: undefined,
      what: `MAIL_FILE_${index}`,
      called: `file-${Number(index) + 1}`,
    };
    return openFile(deps, reader, wanted);
  };
}

export function goneMail(deps: StaffDeps): HttpResponse {
  return say(deps, 404, words.goneTitle);
}

async function mailPage(deps: StaffDeps, access: AreaAccess, id: string, shown: Shown): Promise<HttpResponse> {
  const opened = await deps.openMail(id, access.actor);
  if (!opened) return goneMail(deps);
  const { mail, read } = opened;
  const { status, form, problems, notice } = shown;
  const draft = await draftOf(deps, mail);
  return areaPage(deps, access, {
    ...{ here: MAIL_AT, status, template: 'staff/mail/mail.njk', title: words.title(mail.id) },
    data: {
      ...{ words, form, problems, notice, at: mailAt(mail.id), backAt: MAIL_AT, isOpen: isMailOpen(mail) },
      rows: rowsOf(opened),
      signs: mail.signs.flatMap((sign) => mailSignSchema.safeParse(sign).data ?? []).map((sign) => signWords[sign]),
      text: read?.text ?? '',
      files: filesOf(opened),
      isGone: read === undefined && mail.copyOf === undefined,
      firstAt: mail.copyOf === undefined ? '' : mailAt(mail.copyOf),
      closed: closedLine(mail),
      ...{ mayAnswer: mayAnswer(mail) && hasSender(read), answerLead: words.answerLead(read?.from ?? '') },
      answered: answeredLine(opened),
      ...{ isBegun: draft !== undefined, sent: draft?.sent ? words.sent(draft.sent.reference) : '' },
      reference: form.reference ?? draft?.sent?.reference ?? '',
      outcomes: Object.entries(outcomeWords).map(([value, label]) => ({ value, label })),
    },
  });
}

/** The draft that was begun from it, as long as it has its answers or was sent. */
export async function draftOf(deps: StaffDeps, { draft: id }: Pick<IncomingMail, 'draft'>) {
  const draft = id === undefined ? undefined : await deps.drafts.readDraft(id);
  return draft && (draft.sent || isKept(draft, deps.now())) ? draft : undefined;
}

function rowsOf({ mail, read }: OpenedMail) {
  const from = read && [read.name, read.from].filter((part) => part !== '').join(', ');
  return [
    ...(read ? [{ label: words.from, value: from || words.none }] : []),
    ...(read ? [{ label: words.subject, value: read.subject || words.none }] : []),
    { label: words.received, value: instantInWords(mail.receivedAt) },
    ...(isMailOpen(mail) ? [{ label: words.due, value: plainDate(londonDateOf(mail.due)) }] : []),
  ];
}

function filesOf({ mail, read }: OpenedMail) {
  return (read?.files ?? []).map(({ name, type, bytes, evidenceId }) => {
    const place = evidenceId === undefined ? -1 : mail.files.indexOf(evidenceId);
    const called = name || words.unnamed;
    return {
      ...{ name: called, about: `${type}, ${Math.max(1, Math.round(bytes / 1024))}KB`, open: words.openFile(called) },
      at: place < 0 ? '' : `${mailAt(mail.id)}/files/${place}`,
    };
  });
}

function closedLine({ closed }: IncomingMail): string {
  if (!closed) return '';
  const outcome = new Map<string, string>(Object.entries(outcomeWords)).get(closed.outcome) ?? closed.outcome;
  return words.closedAs(outcome, actorInWords(closed.by), instantInWords(closed.at));
}

function answeredLine({ mail, read }: OpenedMail): string {
  const { answered: one } = mail;
  if (one?.state === 'SENT') return words.answered(instantInWords(one.at));
  if (one?.state === 'BEGUN') return words.maybe(instantInWords(one.at));
  if (one?.state === 'REFUSED') return words.refused;
  if (!mayAnswer(mail)) return words.noAnswer;
  return hasSender(read) ? '' : words.noAddress;
}
