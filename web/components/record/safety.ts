import type { Referral } from '#domain/referral/schema.ts';
import type { Thing } from '#domain/safe-contact/may-show.ts';
import { instantOf } from '#domain/values/past.ts';
import { instantInWords } from '../../access/instants.ts';
import { codeInWords } from './words.ts';

/** One thing to know before anyone writes, calls or visits. */
export interface SafetyFact {
  readonly mark: string;
  readonly said: string;
}

type Parent = Referral['family']['parents'][number];

/**
 * Everything in a referral that says how someone may be harmed by a letter, a call or a visit; the gravest first. `shows`:
 * what the reader may see of it.
 */
export function safetyFacts(referral: Referral, shows: (thing: Thing) => boolean = () => true): SafetyFact[] {
  const { family, homeSafetyNotes, socialCare } = referral;
  const each = (mark: string, said: (parent: Parent, place: number) => string | undefined) =>
    family.parents.flatMap((parent, place) => {
      const text = said(parent, place);
      return text === undefined ? [] : [{ mark, said: text }];
    });
  return [
    ...riskFacts(referral),
    ...each('Secret address', ({ name, addressKeptFrom }) =>
      addressKeptFrom === undefined ? undefined : `Keep the address of ${name} from: ${addressKeptFrom}`,
    ),
    ...each('Do not write', ({ name, doNotContact }) =>
      doNotContact ? `Do not email or write to ${name}` : undefined,
    ),
    ...each('Safe contact', ({ name, safeContact }, contactOf) =>
      safeContact === undefined || !shows({ contactOf }) ? undefined : `${name}: ${safeContact}`,
    ),
    ...(homeSafetyNotes === undefined || !shows('TYPED') ? [] : [{ mark: 'Home safety', said: homeSafetyNotes }]),
    ...socialCareFact(shows('TYPED') ? socialCare : { status: socialCare?.status }),
    ...each('Parental responsibility', ({ name, parentalResponsibility }) =>
      parentalResponsibility === false ? `${name} does not have it` : undefined,
    ),
  ];
}

function socialCareFact(socialCare: Referral['socialCare']): SafetyFact[] {
  const { status = 'NONE', socialWorkerName, socialWorkerContact } = socialCare ?? {};
  const worker = [socialWorkerName, socialWorkerContact].filter((text) => text !== undefined).join(', ');
  if (status === 'NONE' && worker === '') return [];
  const known = status === 'NONE' ? 'No status given' : codeInWords(status);
  return [{ mark: 'Social care', said: worker === '' ? known : `${known}. Social worker: ${worker}` }];
}

/** The risk that was declared, and the call that was or was not made for it. */
function riskFacts({ immediateRisk, emergencyCallMadeAt, emergencyCallMadeBy }: Referral): SafetyFact[] {
  const risk = { mark: 'Immediate risk', said: 'The referrer said that the child was at immediate risk' };
  const at = emergencyCallMadeAt === undefined ? '' : ` on ${instantInWords(instantOf(emergencyCallMadeAt))}`;
  const by = emergencyCallMadeBy === undefined ? '' : ` by ${emergencyCallMadeBy}`;
  const said = at + by === '' ? 'The referral does not say that a call was made' : `Made${at}${by}`;
  const call = { mark: 'Emergency call', said };
  return [...(immediateRisk ? [risk] : []), ...(immediateRisk || at + by !== '' ? [call] : [])];
}
