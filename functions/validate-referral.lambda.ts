import { composeService } from '#adapters/compose/service.ts';
import { createMailboxKey } from '#adapters/secrets/mailbox-key.ts';
import { noteFollowers } from '#application/intake/note-followers.ts';
import { validateStoredReferral } from '#application/intake/validate-referral.ts';
import { readEnv } from './env.ts';
import { stepHandler } from './step.ts';

const env = readEnv('validate-referral');
const service = composeService('validate-referral', env);
const mailboxKey = createMailboxKey({ secretArn: env.MAILBOX_KEY_SECRET_ARN });

export const handler = stepHandler(
  service,
  validateStoredReferral({ ...service, noteFollowers: noteFollowers({ ...service, mailboxKey }) }),
);
