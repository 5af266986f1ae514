/**
 * What an event of the mail service proves of one email, weakest first. AUTOMATIC_REPLY: it arrived, and a machine answered.
 * DELAYED: it had not arrived, for a reason that can pass. PERMANENT: it cannot arrive at this address. COMPLAINED: it arrived,
 * and was reported as unwanted. UNKNOWN: something came back that proves none of this.
 */
export const DELIVERIES = ['AUTOMATIC_REPLY', 'UNKNOWN', 'DELAYED', 'PERMANENT', 'COMPLAINED'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** What is passed on of an event: its kind, and its type, subtype and status code where it has them. Never an address. */
export interface MailNews {
  readonly eventType: string;
  readonly type?: string | undefined;
  readonly subType?: string | undefined;
  readonly status?: string | undefined;
}

/** Listed by the service itself: it takes such an email and sends nothing. */
const NEVER_SENT = ['Suppressed', 'OnAccountSuppressionList'];

/** What this event proves; undefined for a kind of event that says nothing about an arrival. */
export function deliveryOf(news: MailNews): Delivery | undefined {
  const { eventType, type = '', subType = '' } = news;
  if (eventType === 'Bounce') return ofBounce(news);
  if (eventType === 'DeliveryDelay') return 'DELAYED';
  if (eventType === 'Reject') return 'PERMANENT';
  if (eventType !== 'Complaint') return undefined;
  if (NEVER_SENT.includes(subType)) return 'PERMANENT';
  return type === 'not-spam' ? undefined : 'COMPLAINED';
}

/**
 * The status of the recipient decides, as RFC 3463 numbers it. A bounce without one is no delivery report: as `Transient` and
 * `General` it is what an out-of-office reply looks like.
 */
function ofBounce({ type = '', subType = '', status = '' }: MailNews): Delivery {
  if (/^5\.\d+\.\d+$/.test(status)) return 'PERMANENT';
  if (/^4\.\d+\.\d+$/.test(status)) return 'DELAYED';
  if (/^2\.\d+\.\d+$/.test(status)) return 'AUTOMATIC_REPLY';
  if (status !== '') return 'UNKNOWN';
  if (type === 'Permanent') return 'PERMANENT';
  return type === 'Transient' && subType === 'General' ? 'AUTOMATIC_REPLY' : 'UNKNOWN';
}

/** Whether this proves more than what was known of the email before. */
export function provesMore(delivery: Delivery, before: string | undefined): boolean {
  return DELIVERIES.findIndex((one) => one === before) < DELIVERIES.indexOf(delivery);
}
