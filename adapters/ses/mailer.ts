import { SESClient, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-ses';
import type { Email, Mailer } from '#domain/ports/services.ts';
import { NotSent } from '#domain/problems/errors.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';

// Said of this one mail or address, so that sending it again cannot help.
const refusals = ['MessageRejected', 'InvalidParameterValue', 'MailFromDomainNotVerifiedException'];
const refused = Object.fromEntries(refusals.map((code) => [code, { refused: code }]));

// Said before this mail was taken, so that the next attempt is certainly not its second copy.
const putOff = [
  'AccountSendingPausedException',
  'ConfigurationSetSendingPausedException',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENOTFOUND',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
];
const notSent = Object.fromEntries(putOff.map((code) => [code, { notSent: code }]));

// One attempt: SES has no idempotency token, so a second one after a lost answer would be a second email.
export function createMailer(settings: { sender: string; configurationSet: string; client?: SESClient }): Mailer {
  const { client = new SESClient(limits(1)) } = settings;
  return {
    send: async (email) => {
      const request = new SendEmailCommand(messageOf(email, settings.sender, settings.configurationSet));
      const send = async () => ({ messageId: (await client.send(request)).MessageId ?? '' });
      const answer = await ask('SES', send, { ...refused, ...notSent });
      if ('notSent' in answer) throw new NotSent(`SES has not taken the email (${answer.notSent}). Try again later.`);
      return answer;
    },
  };
}

function messageOf(email: Email, sender: string, configurationSet: string): SendEmailCommandInput {
  const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return {
    Source: sender,
    Destination: { ToAddresses: [email.to] },
    Message: { Subject: part(email.subject), Body: { Text: part(email.text), Html: part(email.html) } },
    ConfigurationSetName: configurationSet,
    Tags: Object.entries(email.tags).map(([Name, value]) => ({ Name, Value: tagValue(value) })),
  };
}

function tagValue(value: string): string {
  return value.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 256) || '_';
}
