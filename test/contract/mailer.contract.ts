import { expect, it } from 'vitest';
import type { Email, Mailer } from '#domain/ports/services.ts';
import { Transient } from '#domain/problems/errors.ts';

export interface MailerUnderTest {
  readonly mailer: Mailer;
  /** The mails that arrived, oldest first. */
  inbox(): readonly { to: string; subject: string; text: string; html: string }[];
  /** From now on this mail is refused for good. */
  refuse(address: string): void;
  /** From now on the service throttles. */
  throttle(): void;
}

export const email: Email = {
  to: 'triage-1@example.org',
  subject: 'Please look at a referral',
  text: 'Crèche – naïve\n\nhttps://example.org/a\n',
  html: '<p>Crèche – <b>naïve</b> &amp; more</p>',
  tags: { reference: '23456789CDF', noticeId: 'TRIAGE_REQUEST-PERSON-a' },
};

export function mailerContract(open: () => Promise<MailerUnderTest>): void {
  it('hands over each email once, whole, and answers another id for each', async () => {
    const { mailer, inbox } = await open();
    const first = await mailer.send(email);
    const second = await mailer.send({ ...email, to: 'triage-2@example.org' });
    const { tags: _tags, ...sent } = email;
    expect(inbox()).toMatchObject([sent, { ...sent, to: 'triage-2@example.org' }]);
    expect(first).toHaveProperty('messageId', expect.stringMatching(/./));
    expect(first).not.toEqual(second);
  });

  it('says that a mail is refused for good by a code, without the address', async () => {
    const { mailer, inbox, refuse } = await open();
    refuse(email.to);
    expect(await mailer.send(email)).toEqual({ refused: 'MessageRejected' });
    expect(inbox()).toEqual([]);
  });

  it('is transient while the service throttles', async () => {
    const { mailer, inbox, throttle } = await open();
    throttle();
    await expect(mailer.send(email)).rejects.toThrow(Transient);
    expect(inbox()).toEqual([]);
  });
}
