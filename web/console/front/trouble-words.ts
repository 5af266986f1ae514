import { hasRole, type Person, type Role } from '#domain/people/person.ts';
import type { Trouble, TroubleCode } from '#domain/process/trouble.ts';
import { instantInWords } from '../../access/instants.ts';
import { BALANCE_AT } from '../../staff/lists/balance/address.ts';
import { MAIL_AT, MAIL_ROLES } from '../../staff/mail/address.ts';
import { queueAt } from '../address.ts';
import { manyOf } from '../words.ts';
import { frontWords } from './words.ts';

interface Told {
  readonly said: (many: (one: string, several: string) => string, trouble: Trouble) => string;
  /** What it means, and what to do. */
  readonly so: string;
  /** The article of the runbook about it, where there is one. */
  readonly article?: string;
  /** Where it is put right; undefined where no page can. */
  readonly at?: string;
}

const SETTINGS = '/staff/settings';

/** Who may open what is not for everyone at the console. */
const rolesAt: ReadonlyMap<string | undefined, readonly Role[]> = new Map([
  [SETTINGS, ['SERVICE_MANAGER']],
  [MAIL_AT, MAIL_ROLES],
]);

const told: Readonly<Record<TroubleCode, Told>> = {
  SWEEPER_SILENT: {
    said: (_many, { since }) =>
      since === undefined
        ? 'The service has not looked at what is due'
        : `Nothing was looked at since ${instantInWords(since)}`,
    so: 'Decisions, reminders and emails stand still.',
    article: 'sweeper-silent',
  },
  CLOCK_AHEAD: {
    said: (_many, { since = '' }) => `The clock of the sweeper is ahead: it shows ${instantInWords(since)}`,
    so: 'Reminders may leave too early, and decisions count before they can be taken back.',
    article: 'clock-wrong',
  },
  LISTS_DIFFER: {
    said: (many) => `${many('thing does', 'things do')} not add up on the waiting lists`,
    so: 'A child may be missing from a list.',
    article: 'list-unbalanced',
    at: BALANCE_AT,
  },
  RECORDS_DIFFER: {
    said: (many) => `${many('record does', 'records do')} not fit and cannot be corrected by the service`,
    so: 'They are listed below.',
    article: 'record-differs',
  },
  FILES_LOST: {
    said: (many) => `${many('referral has', 'referrals have')} a document that was sent and is not there`,
    so: 'The referrer was asked for it again.',
    article: 'document-lost',
    at: queueAt('lost'),
  },
  NOT_STARTED: {
    said: (many) => `${many('case waits', 'cases wait')} for a workflow that did not start`,
    so: 'No one is looking at them. The service tries again every minute.',
    article: 'outbox-old',
    at: queueAt('not-started'),
  },
  PARKED: {
    said: (many) => `${many('case has', 'cases have')} stopped`,
    so: 'Nothing happens there until someone restarts what has stopped.',
    article: 'cases-parked',
    at: queueAt('parked'),
  },
  PUT_OFF: {
    said: (many) => `${many('thing', 'things')} failed`,
    so: 'The service tries again by itself, less and less often.',
    article: 'sweep-failing',
    at: queueAt('put-off'),
  },
  NOTICES_UNSETTLED: {
    said: (many) => `${many('email was', 'emails were')} begun and not finished`,
    so: 'We do not know if they left. Someone may not have been told.',
    article: 'notices-unsettled',
    at: queueAt('unsettled'),
  },
  MAIL_FAILED: {
    said: (many) => `${many('email', 'emails')} reached no one`,
    so: 'They came back or were refused.',
    article: 'mail-bouncing',
    at: queueAt('mail'),
  },
  STAFF_MAIL_FAILED: {
    said: (many) => `Emails come back from ${many('member', 'members')} of staff`,
    so: 'A service manager can change the address in Settings.',
    article: 'emails-to-a-colleague-come-back',
    at: SETTINGS,
  },
  TASKS_LATE: {
    said: (many) => `${many('decision is', 'decisions are')} late`,
    so: 'The triage team was reminded. Families and referrers wait longer than we aim for.',
    article: 'oldest-untriaged',
    at: queueAt('late'),
  },
  TODOS_LATE: {
    said: (many) => `${many('other task is', 'other tasks are')} late`,
    so: 'Who must do them was reminded.',
    at: queueAt('late'),
  },
  MAIL_UNOPENED: {
    said: (many) => `${many('email to us was', 'emails to us were')} not opened in time`,
    so: 'A referral may be in it. The triage team and service managers open them under “Emails to us”.',
    article: 'mail-unopened',
    at: MAIL_AT,
  },
  LISTS_NOT_CHECKED: {
    said: () => 'The waiting lists were not added up last night',
    so: 'A child who is missing would not be noticed.',
    article: 'lists-not-balanced',
    at: BALANCE_AT,
  },
  RECORDS_NOT_COMPARED: {
    said: () => 'The records were not compared last night',
    so: 'A child whom no queue shows would not be noticed.',
    article: 'records-not-compared',
  },
  NOT_COUNTED: {
    said: (many) => `${many('queue', 'queues')} could not be counted`,
    so: 'This page may leave something out. The service counts again in a minute.',
    article: 'sweep-failing',
  },
};

/** One thing that is wrong in words, with the way to where this person can put it right. */
export function troubleInWords(trouble: Trouble, person: Person, base: string) {
  const { said, so: means, article, at } = told[trouble.code];
  const words = said((one, several) => manyOf(trouble.count, trouble.isMore, one, several), trouble);
  const mayOpen = rolesAt.get(at)?.some((role) => hasRole(person, role)) ?? true;
  const so = article === undefined ? means : `${means} ${frontWords.runbook(article)}`;
  return { said: words, so, href: at !== undefined && mayOpen ? base + at : undefined, since: sinceOf(trouble) };
}

function sinceOf({ code, since, count }: Trouble): string | undefined {
  return since === undefined || ['SWEEPER_SILENT', 'CLOCK_AHEAD'].includes(code)
    ? undefined
    : frontWords.since(instantInWords(since), count);
}
