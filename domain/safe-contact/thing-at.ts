import type { Channel } from '../case/safe-channel-shape.ts';
import type { Thing } from './may-show.ts';

/** The keys under which a place of the referral stands, such as `family`, `parents`, 0, `email`. */
export type Keys = readonly (string | number)[];

const contacts: ReadonlyMap<string, Channel | undefined> = new Map<string, Channel | undefined>([
  ['email', 'EMAIL'],
  ['phone', 'TELEPHONE'],
  ['address', 'POST'],
  ['safeContact', undefined],
]);

/** What says nothing of where a family is or how to reach it. Everything else that is not named here is hidden with it. */
const HARMLESS = new Set([
  ...['child', 'consent', 'availability', 'communication', 'section23Notification', 'immediateRisk'],
  ...['emergencyCallMadeAt', 'physicalDevelopmentSignificantlyAffected'],
  ...['referrer.role', 'socialCare.status', 'agreement.on', 'agreement.how', 'agreement.privacyNoticeGivenOn'],
  ...['area', 'developmentalAgeMonths', 'score', 'cutOff', 'tool', 'assessedOn'].map((key) => `assessments.${key}`),
  ...['type', 'dated', 'evidenceId', 'furtherPages'].map((key) => `evidence.${key}`),
]);

const WHERE = new Set(['locality', 'postcode', 'setting', 'settingHoursPerWeek', 'gpPractice', 'referrer']);
const ALSO_WHERE = new Set(['otherProfessionals', 'otherInterventions']);

/** The adult and the channel of a contact in a referral; undefined for any other place. */
export function contactAt(keys: Keys): { readonly place: number; readonly channel: Channel | undefined } | undefined {
  const [family, parents, place, key] = keys;
  if (family !== 'family' || parents !== 'parents' || typeof place !== 'number') return undefined;
  return contacts.has(String(key)) ? { place, channel: contacts.get(String(key)) } : undefined;
}

/** What stands at a place of a referral; undefined for what anyone may see who may read the referral at all. */
export function thingAt(keys: Keys): Thing | undefined {
  const contact = contactAt(keys);
  if (contact) return { contactOf: contact.place };
  const [first] = keys;
  const named = keys.filter((key) => typeof key === 'string').slice(0, 2);
  if (first === 'family' || HARMLESS.has(String(first)) || HARMLESS.has(named.join('.'))) return undefined;
  if (first === 'home') return 'HOME';
  return WHERE.has(String(first)) || ALSO_WHERE.has(String(first)) ? 'WHEREABOUTS' : 'TYPED';
}
