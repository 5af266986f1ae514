import { ACCOUNT, REGION } from '../assembly/identities.ts';
import type { Asked, Caller } from '../iam/access.ts';

const arn = (kind: string, name: string) => `arn:aws:ses:${REGION}:${ACCOUNT}:${kind}/${name}`;

/** Why this caller may not send this; undefined if it may. Sending takes the right to the sender's identity and to the set. */
export function refusalToSend(caller: Caller, form: URLSearchParams): string | undefined {
  const action = `ses:${form.get('Action')}`;
  if (action !== 'ses:SendEmail') return caller.refusal({ action, resource: '*' });
  const from = (form.get('Source') ?? '').replace(/^.*<(.*)>\s*$/, '$1').trim();
  const asked = (resource: string): Asked => ({ action, resource, context: { 'ses:FromAddress': from } });
  const set = form.get('ConfigurationSetName');
  const onIdentity = caller.refusal(asked(identityOf(from, (resource) => caller.may(asked(resource)))));
  return onIdentity ?? (set === null ? undefined : caller.refusal(asked(arn('configuration-set', set))));
}

/** Which identity is verified is known to SES alone: here the first that may be used, from the address up to its last domain. */
function identityOf(from: string, may: (resource: string) => boolean): string {
  const domain = from.slice(from.indexOf('@') + 1).toLowerCase();
  const parents = domain.split('.').map((_label, index, labels) => labels.slice(index).join('.'));
  const identities = [from, ...parents].map((name) => arn('identity', name));
  return identities.find(may) ?? arn('identity', domain);
}
