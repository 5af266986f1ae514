import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type MailEvent, mailEvents } from './mail-events.ts';
import { type Mail, openMailbox, type Wanted } from './mailbox.ts';
import { readSendRequest } from './send-request.ts';
import { SesError } from './ses-error.ts';

type Answer = { status: number; body: string };

/** `afterSending`: the mail goes out and the sender still gets the error, as when an answer is lost on the way. */
type Failure = { errorCode: string; times: number; afterSending?: boolean };

export type Ses = {
  handle(body: string): Answer;
  inbox(wanted?: Wanted): Mail[];
  failNext(failure: Failure): void;
};

export type SesOptions = {
  database: DatabaseSync;
  now: () => number;
  onMail?: (mail: Mail) => void;
  onEvent?: (event: MailEvent) => void;
  /** Whether an email to this address comes back. */
  bounces?: (address: string) => boolean;
};

/** An SES that delivers to its own inbox: a mail is in the database before its MessageId is given. */
export function createSes({ database, now, onMail = () => {}, onEvent = () => {}, bounces }: SesOptions): Ses {
  const mailbox = openMailbox(database);
  let failure: Failure = { errorCode: '', times: 0 };

  function sendEmail(form: URLSearchParams): string {
    const failing = failure.times > 0 ? failure : undefined;
    if (failing) failure = { ...failing, times: failing.times - 1 };
    if (failing && !failing.afterSending) throw injected(failing);
    const request = readSendRequest(form);
    const sentAt = new Date(now()).toISOString();
    const messageId = randomUUID();
    const { to, subject, text, html } = request;
    mailbox.add(messageId, { to, subject, text, html, sentAt });
    onMail({ to, subject, text, html, sentAt });
    for (const event of mailEvents(request, messageId, sentAt, bounces)) onEvent(event);
    if (failing) throw injected(failing);
    return `<MessageId>${messageId}</MessageId>`;
  }

  const actions = new Map<string, (form: URLSearchParams) => string>([
    ['SendEmail', sendEmail],
    [
      'GetSendQuota',
      () => '<Max24HourSend>200000</Max24HourSend><MaxSendRate>100</MaxSendRate><SentLast24Hours>0</SentLast24Hours>',
    ],
    ['VerifyEmailIdentity', () => ''],
  ]);

  return {
    handle: (body) => {
      const form = new URLSearchParams(body);
      const name = form.get('Action') ?? '';
      try {
        const action = actions.get(name);
        if (!action) throw new SesError('InvalidAction', `The local SES does not have ${name}; use SendEmail.`);
        return { status: 200, body: wrap(name, action(form)) };
      } catch (reason) {
        return reason instanceof SesError ? reason.answer() : new SesError('InternalFailure', String(reason)).answer();
      }
    },
    inbox: mailbox.all,
    failNext: (next) => {
      failure = next;
    },
  };
}

function injected({ errorCode }: Failure): SesError {
  return new SesError(
    errorCode,
    errorCode === 'Throttling' ? 'Maximum sending rate exceeded.' : 'The next call was set to fail.',
  );
}

function wrap(action: string, result: string): string {
  const xmlns = 'http://ses.amazonaws.com/doc/2010-12-01/';
  return `<${action}Response xmlns="${xmlns}"><${action}Result>${result}</${action}Result></${action}Response>`;
}
