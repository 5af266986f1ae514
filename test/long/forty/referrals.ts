import type { Service } from '#test/system/service.ts';
import { sendReferral } from '#tools/demo/api.ts';
import { FAMILIES, type Family } from './families.ts';

/** A family with the reference under which the service knows its child. */
export type Referred = Family & { readonly reference: string };

/** As forty referrers: each sends one referral with its documents. */
export async function referAll(at: Service): Promise<Referred[]> {
  const referred: Referred[] = [];
  for (const family of FAMILIES) referred.push({ ...family, reference: await refer(at, family.sent) });
  return referred;
}

/** As another referrer, who does not know of the first: refers the child of this family once more. */
export async function referAgain(at: Service, { sent }: Family): Promise<string> {
  const referrer = { ...sent.body.referrer, name: 'Lio Farrant', email: 'second.referrer@example.org' };
  return refer(at, { ...sent, name: `${sent.name}, again`, body: { ...sent.body, referrer } });
}

async function refer(at: Service, sent: Family['sent']): Promise<string> {
  const answer = await sendReferral({ url: at.url, apiKey: 'local' }, sent);
  if ('reference' in answer) return answer.reference;
  throw new Error(`${sent.name} was refused: ${JSON.stringify(answer)}`);
}
