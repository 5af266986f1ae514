import { describe, expect, it } from 'vitest';
import { mailClosed, mailOpened, OPENED, takenMail, UNOPENED } from '#domain/mail/incoming-mail.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { AT } from './samples.ts';
import { hundred, type OpenStore, winnersOf } from './store-under-test.ts';

const mail = takenMail({ object: 'ses1', receivedAt: AT, bytes: 100, signs: [], files: ['f1'] }, defaultPolicy);

export function incomingMailStoreContract(open: OpenStore): void {
  describe('the store of emails to the service', () => {
    it('has one winner of a hundred who take an email in, and of a hundred who close it', async () => {
      const { stores } = await open();
      expect(await winnersOf(hundred.map(() => stores.mails.createMail(mail)))).toBe(1);
      const closed = mailClosed(mail, MACHINE, AT, { outcome: 'NOT_FOR_US' });
      if (!closed) throw new Error('It is closed already.');
      const next = { ...closed, colour: 'blue' };
      expect(await winnersOf(hundred.map(() => stores.mails.saveMail(next)))).toBe(1);
      expect(await stores.mails.readMail(mail.id)).toEqual(next);
    });

    it('names the first of all emails with one content', async () => {
      const { stores } = await open();
      const firsts = await Promise.all(hundred.map((_, n) => stores.mails.firstOf('hash', `M${n}`)));
      expect(new Set(firsts).size).toBe(1);
      expect(await stores.mails.firstOf('another', 'M1')).toBe('M1');
    });

    it('shows it in the queue of those that no one has opened, then in that of the others, then in none', async () => {
      const { stores, catchUp } = await open();
      const queues = async () => {
        catchUp();
        const read = await Promise.all([UNOPENED, OPENED].map((queue) => stores.indexes.work(queue, 5)));
        return read.map((rows) => rows.map(({ taskId }) => taskId));
      };
      await stores.mails.createMail(mail);
      expect(await queues()).toEqual([[mail.id], []]);
      const opened = mailOpened(mail, AT);
      if (opened) await stores.mails.saveMail(opened);
      expect(await queues()).toEqual([[], [mail.id]]);
      const closed = opened && mailClosed(opened, MACHINE, AT, { outcome: 'NOT_FOR_US' });
      if (closed) await stores.mails.saveMail(closed);
      expect(await queues()).toEqual([[], []]);
    });
  });
}
