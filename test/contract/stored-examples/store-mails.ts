import type { Stores } from '#adapters/records/stores.ts';
import {
  answerBegun,
  answerSettled,
  copiedMail,
  draftBegun,
  type IncomingMail,
  mailClosed,
  mailDeleted,
  mailOpened,
  takenMail,
} from '#domain/mail/incoming-mail.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { AT } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const kim = personActor('kim', 'Kim Park', 'Practitioner');

function must(mail: IncomingMail | undefined): IncomingMail {
  if (!mail) throw new Error('An example of an email cannot be made.');
  return mail;
}

/** Stores an email as it is taken in, opened, answered, entered as a referral, closed and deleted, and a copy of it. */
export async function storeMails({ mails }: Stores, keep: Keep): Promise<void> {
  const came = { receivedAt: AT, bytes: 2_000, signs: ['FILES_LEFT' as const], files: ['f1'] };
  const taken = takenMail({ object: 'ses1', ...came }, defaultPolicy);
  const opened = must(mailOpened(taken, AT));
  const begun = must(answerBegun(opened, kim, AT));
  const answered = must(answerSettled(begun, true, AT, defaultPolicy));
  const entered = must(draftBegun(answered, 'a-draft'));
  const closed = must(mailClosed(entered, kim, AT, { outcome: 'REFERRAL_ENTERED', reference: '23456789CDF' }));
  await mails.createMail(taken);
  await keep('mail.taken', `MAIL#${taken.id}`, 'MAIL');
  const later = { opened, begun, answered, entered, closed, deleted: mailDeleted(closed, AT) };
  for (const [name, mail] of Object.entries(later)) {
    await mails.saveMail(mail);
    await keep(`mail.${name}`, `MAIL#${taken.id}`, 'MAIL');
  }
  const copy = copiedMail({ object: 'ses2', ...came }, taken.id);
  await mails.createMail(copy);
  await keep('mail.copy', `MAIL#${copy.id}`, 'MAIL');
  await mails.firstOf('hash', taken.id);
  await keep('samemail', 'SAMEMAIL#hash', 'SAMEMAIL');
}
