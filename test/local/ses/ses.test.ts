import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  GetSendQuotaCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
  SendRawEmailCommand,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import { expect, onTestFinished, test } from 'vitest';
import type { Wanted } from '#local/ses/mailbox.ts';
import { NOW, startSes } from './local-ses.ts';

type Changes = { to?: string[]; subject?: string; text?: string; tag?: string };

function email({ to = ['triage-1@example.org'], subject = 'Referral K7', text = 'Open\n', tag = 'N-1' }: Changes = {}) {
  const input: SendEmailCommandInput = {
    Source: 'Small Steps <steps@example.org>',
    Destination: { ToAddresses: to },
    Message: { Subject: { Data: subject }, Body: { Text: { Data: text }, Html: { Data: text && `<p>${text}</p>` } } },
    ConfigurationSetName: 'small-steps',
    Tags: [{ Name: 'noticeId', Value: tag }],
  };
  return new SendEmailCommand(input);
}

test('a sent email is in the inbox as it was written, oldest first', async () => {
  const { ses, client } = await startSes();
  const text = 'Zoë & co: https://example.org/a?b=1+2\n\n123456\n';
  const { MessageId } = await client.send(email({ to: ['Triage <triage-1@example.org>', 'b@example.org'], text }));
  await client.send(email({ subject: 'Second' }));
  expect(MessageId).toMatch(/^[0-9a-f-]{36}$/);
  expect(ses.inbox()).toEqual([
    {
      to: ['triage-1@example.org', 'b@example.org'],
      subject: 'Referral K7',
      text,
      html: `<p>${text}</p>`,
      sentAt: '2026-09-24T08:00:00.000Z',
    },
    expect.objectContaining({ subject: 'Second' }),
  ]);
});

test('the inbox can be narrowed to an address and to what a text holds, both as they are written', async () => {
  const { ses, client } = await startSes();
  await client.send(email({ subject: 'One', text: 'Referral K_7' }));
  await client.send(email({ subject: 'Two', text: 'Referral KX7' }));
  await client.send(email({ subject: 'Three', to: ['b@example.org'], text: 'Referral K_7' }));
  const subjects = (wanted?: Wanted) => ses.inbox(wanted).map(({ subject }) => subject);

  expect(subjects({ about: 'K_7' })).toEqual(['One', 'Three']);
  expect(subjects({ to: 'b@example.org' })).toEqual(['Three']);
  expect(subjects({ to: 'triage-1@example.org', about: 'K_7' })).toEqual(['One']);
  expect(subjects({ to: 'nobody@example.org' })).toEqual([]);
  expect(subjects({ to: '', about: '' })).toEqual(subjects());
});

test('the inbox is there when the database is opened again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-ses-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const first = new DatabaseSync(join(folder, 'store.sqlite'));
  await (await startSes({ database: first })).client.send(email());
  first.close();
  const { ses } = await startSes({ database: new DatabaseSync(join(folder, 'store.sqlite')) });
  expect(ses.inbox()).toHaveLength(1);
});

test.each([
  ['no recipient', { to: [] }, 'at least one address is required'],
  ['a recipient without a domain', { to: ['triage'] }, "Missing final '@domain'"],
  ['a malformed recipient', { to: ['a b@example.org'] }, 'the address is not well formed'],
  ['a hostile recipient with a line break', { to: ['a@example.org\r\nBcc: b@example.org'] }, 'not well formed'],
  ['a recipient outside ASCII', { to: ['zoë@example.org'] }, 'not well formed'],
  ['more recipients than 50', { to: Array.from({ length: 51 }, (_, n) => `p${n}@example.org`) }, 'exceeds 50'],
  ['a hostile subject with a line break', { subject: 'Hello\r\nBcc: b@example.org' }, 'contains a newline'],
  ['no body', { text: '' }, 'a Text or an Html part is required'],
  ['a tag value with a space', { tag: 'N 1' }, 'Tags'],
])('%s is refused and nothing is sent', async (_what, changes, message) => {
  const { ses, client } = await startSes();
  await expect(client.send(email(changes))).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: expect.stringContaining(message),
  });
  expect(ses.inbox()).toEqual([]);
});

test('a raw email is refused in words, and the quota and an identity can be asked for', async () => {
  const { client } = await startSes();
  const raw = client.send(new SendRawEmailCommand({ RawMessage: { Data: new Uint8Array([1]) } }));
  await expect(raw).rejects.toThrow('The local SES does not have SendRawEmail; use SendEmail.');
  expect((await client.send(new GetSendQuotaCommand({}))).MaxSendRate).toBe(100);
  await expect(client.send(new VerifyEmailIdentityCommand({ EmailAddress: 'a@example.org' }))).resolves.toBeDefined();
});

test('calls fail as often as they were set to, then work', async () => {
  const { ses, client } = await startSes();
  ses.failNext({ errorCode: 'Throttling', times: 2 });
  await expect(client.send(email())).rejects.toMatchObject({ name: 'Throttling' });
  await expect(client.send(email())).rejects.toMatchObject({ name: 'Throttling' });
  expect(ses.inbox()).toEqual([]);
  await client.send(email());
  expect(ses.inbox()).toHaveLength(1);
});

test('a failure after sending leaves the email sent and the sender without an answer', async () => {
  const { ses, client } = await startSes();
  ses.failNext({ errorCode: 'ServiceUnavailable', times: 1, afterSending: true });
  await expect(client.send(email())).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
  expect(ses.inbox()).toHaveLength(1);
});

test('an address that bounces or complains brings an event with the tags of its email', async () => {
  const events: object[] = [];
  const { client } = await startSes({ onEvent: (event) => events.push(event) });
  const { MessageId: messageId } = await client.send(email({ to: ['bounce-1@example.org', 'a@example.org'] }));
  await client.send(email({ to: ['complaint@example.org'] }));
  const tags = { noticeId: ['N-1'], 'ses:configuration-set': ['small-steps'], 'ses:from-domain': ['example.org'] };
  const timestamp = new Date(NOW).toISOString();
  expect(events).toEqual([
    {
      source: 'aws.ses',
      'detail-type': 'Email Bounced',
      detail: expect.objectContaining({
        eventType: 'Bounce',
        mail: expect.objectContaining({ messageId, tags, timestamp }),
        bounce: expect.objectContaining({
          bouncedRecipients: [{ emailAddress: 'bounce-1@example.org', action: 'failed', status: '5.1.1' }],
        }),
      }),
    },
    expect.objectContaining({ 'detail-type': 'Email Complaint Received' }),
  ]);
});

test('onMail is told of each email', async () => {
  const subjects: string[] = [];
  const { client } = await startSes({ onMail: (mail) => subjects.push(mail.subject) });
  await client.send(email());
  expect(subjects).toEqual(['Referral K7']);
});
