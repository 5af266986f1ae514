import { DatabaseSync } from 'node:sqlite';
import { SESClient } from '@aws-sdk/client-ses';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryMailer } from '#adapters/memory/mailer.ts';
import { createMailer } from '#adapters/ses/mailer.ts';
import { NotSent, Transient } from '#domain/problems/errors.ts';
import { createSes, type SesOptions } from '#local/ses/create-ses.ts';
import { email, mailerContract } from './mailer.contract.ts';
import { clientOf, hangingUp, servingAws } from './serving.ts';

afterEach(() => void vi.unstubAllEnvs());

const settings = { sender: 'small-steps@example.org', configurationSet: 'small-steps' };

async function onSes(options: Partial<SesOptions> = {}) {
  const ses = createSes({ database: new DatabaseSync(':memory:'), now: Date.now, ...options });
  const endpoint = await servingAws((_, body) => ses.handle(body));
  const client = new SESClient({ ...clientOf(endpoint), maxAttempts: 1 });
  return { ses, mailer: createMailer({ ...settings, client }) };
}

describe('a mailer in memory', () => {
  mailerContract(async () => {
    const mailer = createMemoryMailer();
    const throttle = () => mailer.setOutOfReach(true);
    return { mailer, inbox: () => mailer.sent, refuse: mailer.refuse, throttle };
  });
});

describe('a mailer on SES', () => {
  mailerContract(async () => {
    const { ses, mailer } = await onSes();
    return {
      mailer,
      inbox: () => ses.inbox().map((mail) => ({ ...mail, to: mail.to.join() })),
      refuse: () => ses.failNext({ errorCode: 'MessageRejected', times: 1 }),
      throttle: () => ses.failNext({ errorCode: 'Throttling', times: 1 }),
    };
  });

  it('lets a bounce find its notice, whatever is in its tags', async () => {
    const events: unknown[] = [];
    const { mailer } = await onSes({ onEvent: (event) => events.push(event) });
    await mailer.send({ ...email, to: 'bounce@example.org', tags: { reference: '23456789CDF', noticeId: 'n:1/é' } });
    expect(JSON.stringify(events)).toContain('"reference":["23456789CDF"]');
    expect(JSON.stringify(events)).toContain('"noticeId":["n_1__"]');
  });

  it('says of a throttle that the email has certainly not gone', async () => {
    const { ses, mailer } = await onSes();
    ses.failNext({ errorCode: 'Throttling', times: 1 });
    await expect(mailer.send(email)).rejects.toBeInstanceOf(NotSent);
  });

  it('says of a broken service only that trying again can help', async () => {
    const { ses, mailer } = await onSes();
    ses.failNext({ errorCode: 'ServiceUnavailable', times: 1 });
    await expect(mailer.send(email)).rejects.not.toBeInstanceOf(NotSent);
  });

  it('refuses a malformed address for good', async () => {
    const { mailer } = await onSes();
    expect(await mailer.send({ ...email, to: 'nobody' })).toEqual({ refused: 'InvalidParameterValue' });
  });

  it('says that the sender is not verified, without saying who it is', async () => {
    const { ses, mailer } = await onSes();
    ses.failNext({ errorCode: 'MailFromDomainNotVerifiedException', times: 1 });
    expect(await mailer.send(email)).toEqual({ refused: 'MailFromDomainNotVerifiedException' });
  });

  it('does not send again by itself when the answer is lost: one request, and transient', async () => {
    const { endpoint, requests } = await hangingUp();
    vi.stubEnv('AWS_ENDPOINT_URL_SES', endpoint);
    vi.stubEnv('AWS_REGION', 'eu-west-2');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
    const mailer = createMailer(settings);
    await expect(mailer.send(email)).rejects.toThrow(Transient);
    expect(requests()).toBe(1);
  });

  it('is neither refused nor transient when our own settings are wrong, and names no address', async () => {
    const { ses, mailer } = await onSes();
    ses.failNext({ errorCode: 'ConfigurationSetDoesNotExist', times: 1 });
    const reason = await mailer.send(email).catch((error: unknown) => error);
    expect(reason).not.toBeInstanceOf(Transient);
    expect(String(reason)).toContain('ConfigurationSetDoesNotExist');
    expect(String(reason)).not.toContain(email.to);
  });
});
