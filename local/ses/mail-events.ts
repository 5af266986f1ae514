import type { SendRequest } from './send-request.ts';

export type MailEvent = { source: 'aws.ses'; 'detail-type': string; detail: object };

/**
 * What SES would put on the event bus: a bounce for `bounce...@`, an out-of-office reply for `away...@`, a delay for
 * `delay...@`, a complaint for `complaint...@`, else nothing. Where `bounces` says so an email to any other address comes back too.
 */
export function mailEvents(
  request: SendRequest,
  messageId: string,
  timestamp: string,
  bounces: (address: string) => boolean = () => false,
): MailEvent[] {
  const { source, to, tags } = request;
  const mail = { timestamp, messageId, source, destination: to, tags };
  return to.flatMap((address): MailEvent[] => {
    const recipients = [{ emailAddress: address }];
    if (address.startsWith('bounce') || bounces(address)) {
      const bouncedRecipients = recipients.map((one) => ({ ...one, action: 'failed', status: '5.1.1' }));
      const bounce = { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients, timestamp };
      return [event('Email Bounced', { eventType: 'Bounce', mail, bounce })];
    }
    if (address.startsWith('away')) {
      const bounce = { bounceType: 'Transient', bounceSubType: 'General', bouncedRecipients: recipients, timestamp };
      return [event('Email Bounced', { eventType: 'Bounce', mail, bounce })];
    }
    if (address.startsWith('delay')) {
      const delayedRecipients = recipients.map((one) => ({ ...one, status: '4.4.1' }));
      const deliveryDelay = { delayType: 'TransientCommunicationFailure', delayedRecipients, timestamp };
      return [event('Email Delivery Delayed', { eventType: 'DeliveryDelay', mail, deliveryDelay })];
    }
    if (address.startsWith('complaint')) {
      const complaint = { complainedRecipients: recipients, complaintFeedbackType: 'abuse', timestamp };
      return [event('Email Complaint Received', { eventType: 'Complaint', mail, complaint })];
    }
    return [];
  });
}

function event(detailType: string, detail: object): MailEvent {
  return { source: 'aws.ses', 'detail-type': detailType, detail };
}
