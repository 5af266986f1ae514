import {
  answerBegun,
  answerSettled,
  draftBegun,
  type IncomingMail,
  mailClosed,
  mailOpened,
  mailReference,
} from '#domain/mail/incoming-mail.ts';
import type { RenderMailAnswer } from '#domain/mail/mail-answer.ts';
import { hasSender, type ReadMail } from '#domain/mail/read-mail.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { IncomingMailStore, MailFiles } from '#domain/ports/mail-stores.ts';
import type { Log, Mailer, Now } from '#domain/ports/services.ts';
import type { AccessStore, CaseStore } from '#domain/ports/stores.ts';
import { errorName, NotSent } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import { type ContactDeps, contactNow } from '../access/contact-now.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type CloseFault, closeFaults, closeMailSchema, type TypedClosing } from './close-command.ts';

export interface MailDeps extends ContactDeps {
  readonly mails: Pick<IncomingMailStore, 'readMail' | 'saveMail'>;
  readonly mailFiles: Pick<MailFiles, 'readRead'>;
  readonly access: Pick<AccessStore, 'recordReading'>;
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly mailer: Mailer;
  readonly renderMailAnswer: RenderMailAnswer;
  readonly baseUrl: string;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
}

/** An email, and what it says; `read` is undefined where nothing of it is left, or it is a copy. */
export interface OpenedMail {
  readonly mail: IncomingMail;
  readonly read: ReadMail | undefined;
}

type Closed =
  | { readonly kind: 'DONE' | 'FIRST' | 'GONE' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<CloseFault>[] };

/** What staff do with emails to the service. Each names who does it. */
export interface DoMails {
  /** An email as it is shown: that someone reads it is recorded first. Undefined where there is none. */
  readonly openMail: (id: string, by: Actor) => Promise<OpenedMail | undefined>;
  /** Sends the form’s link to the sender, once. REFUSED: it can never go there. NOT_NOW: it was sent, is being sent, or may not be. */
  readonly answerMail: (id: string, by: Actor) => Promise<'SENT' | 'REFUSED' | 'NOT_NOW'>;
  /** Closes an email. FIRST: someone else has. */
  readonly closeMail: (id: string, typed: TypedClosing, by: Actor) => Promise<Closed>;
  /** Notes the draft that is begun from an email. False where someone was faster, or it is closed. */
  readonly beginDraft: (mail: IncomingMail, draft: string) => Promise<boolean>;
}

export function doMails(deps: MailDeps): DoMails {
  return {
    openMail: async (id, by) => {
      const mail = await deps.mails.readMail(id);
      if (!mail) return undefined;
      await deps.access.recordReading({ reference: mailReference(mail), at: deps.now(), by, what: 'MAIL' });
      const opened = mailOpened(mail, deps.now());
      const isMine = opened !== undefined && (await deps.mails.saveMail(opened));
      return { mail: isMine ? opened : mail, read: await deps.mailFiles.readRead(id) };
    },
    answerMail: (id, by) => answer(deps, id, by),
    closeMail: async (id, typed, by) => {
      const { outcome, reference } = typed;
      const command = readCommand(closeMailSchema, closeFaults, { outcome, reference: reference.toUpperCase() });
      if ('problems' in command) return { kind: 'INVALID', problems: command.problems };
      const closing = command.command;
      const isKnown = closing.reference === undefined || (await deps.cases.readCase(closing.reference)) !== undefined;
      if (!isKnown) return { kind: 'INVALID', problems: [unknownReference] };
      const mail = await deps.mails.readMail(id);
      if (!mail) return { kind: 'GONE' };
      const closed = mailClosed(mail, by, deps.now(), closing);
      return { kind: closed && (await deps.mails.saveMail(closed)) ? 'DONE' : 'FIRST' };
    },
    beginDraft: async (mail, draft) => {
      const begun = draftBegun(mail, draft);
      return begun !== undefined && deps.mails.saveMail(begun);
    },
  };
}

const unknownReference: CommandProblem<CloseFault> = {
  ...({ code: 'REFERENCE_UNKNOWN', path: 'reference', rule: 'not-a-choice', params: {} } as const),
};

/** Noted before it is sent and settled after: cut off in between, it is shown as perhaps sent and goes to no one twice. */
async function answer(deps: MailDeps, id: string, by: Actor) {
  const [mail, read] = await Promise.all([deps.mails.readMail(id), deps.mailFiles.readRead(id)]);
  const begun = mail && hasSender(read) ? answerBegun(mail, by, deps.now()) : undefined;
  if (!begun || !read || !(await deps.mails.saveMail(begun))) return 'NOT_NOW';
  const isSent = await send(deps, begun, read.from);
  const settled = answerSettled(begun, isSent, deps.now(), deps.policy);
  if (settled) await deps.mails.saveMail(settled);
  return isSent ? 'SENT' : 'REFUSED';
}

async function send(deps: MailDeps, mail: IncomingMail, to: string): Promise<boolean> {
  const { serviceName, councilName } = deps.config;
  const formUrl = `${deps.baseUrl.replace(/\/+$/, '')}/refer`;
  const email = deps.renderMailAnswer({ serviceName, councilName, contact: await contactNow(deps), formUrl });
  const tags = { reference: mailReference(mail), noticeId: 'MAIL_ANSWER' };
  try {
    return 'messageId' in (await deps.mailer.send({ to, ...email, tags }));
  } catch (error) {
    // It has certainly not gone: who pressed can press again. Of any other fault no one knows.
    if (!(error instanceof NotSent)) throw error;
    deps.log.error('mail-answer-not-sent', { mail: mail.id, error: errorName(error) });
    return false;
  }
}
