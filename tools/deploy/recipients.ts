import type { BeforeDeployment } from './before.ts';
import { query, type SignedCall } from './signed-call.ts';
import type { FindStack } from './stack.ts';
import { elements } from './xml.ts';

interface Recipients {
  readonly call: SignedCall;
  readonly recipients: readonly string[];
  readonly stack: FindStack;
}

/**
 * Names each recipient of alarms who has not confirmed the subscription that AWS mailed them: alarms do not reach that
 * person. Someone whom only this deployment adds is not named.
 */
export function recipientsHaveConfirmed({ call, recipients, stack }: Recipients): BeforeDeployment {
  return {
    about: 'who gets the alarms',
    despite: '--despite-recipients',
    right: 'cloudformation:DescribeStacks and sns:ListSubscriptionsByTopic',
    look: async () => {
      const TopicArn = (await stack())?.outputs.AlarmTopicArn;
      if (TopicArn === undefined) return [];
      const xml = String(await call(query('sns', 'ListSubscriptionsByTopic', '2010-03-31', { TopicArn })));
      const waiting = elements(xml, 'member').flatMap((member) =>
        elements(member, 'SubscriptionArn')[0] === 'PendingConfirmation' ? elements(member, 'Endpoint') : [],
      );
      return recipients
        .filter((recipient) => waiting.includes(recipient))
        .map((recipient) => `${recipient} gets no alarm until they select the link in the email "AWS Notification".`);
    },
  };
}
