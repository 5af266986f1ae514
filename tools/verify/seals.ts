import type { SealStore, VerifyMac } from '#domain/ports/seals.ts';
import { faultAgainst, type NightSeal, textToSeal } from '#domain/process/night-seal.ts';
import type { Verified } from './histories.ts';

/** `broken`: a sentence for each seal and each history that does not hold. `accepted`: what operators had sealed as it stood. */
export interface VerifiedSeals {
  readonly seals: number;
  /** The night of the last seal; undefined where there is none. */
  readonly lastNight: string | undefined;
  readonly broken: readonly string[];
  readonly accepted: readonly string[];
}

interface SealDeps {
  readonly seals: Pick<SealStore, 'entries' | 'read'>;
  readonly verifyMac: VerifyMac;
}

const CUT_SHORT = 'and fewer are there now';
const REWRITTEN = 'and the events up to there are others now';

/**
 * Holds every seal against its MAC and the one before it, then every history against every seal of it. Names a case with the
 * first night whose seal it contradicts. What an operator accepted later is told apart.
 */
export async function verifySeals(
  { seals, verifyMac }: SealDeps,
  { chains, broken: unreadable }: Pick<Verified, 'chains' | 'broken'>,
): Promise<VerifiedSeals> {
  const faults: string[] = [];
  const told = new Map<string, string>();
  const accepted: string[] = [];
  const isTold = new Set(unreadable.map((line) => line.split(': ')[0] ?? ''));
  const entries = await seals.entries();
  let previous = '';
  let lastNight: string | undefined;
  for (const [index, { n, copies }] of entries.entries()) {
    if (n !== index + 1) faults.push(`Seal ${index + 1} is missing or ${n} was put there by someone else.`);
    if (copies !== 1) faults.push(`Seal ${n}: something was put over it, or it was deleted. The first one is read.`);
    const seal = await readable(seals, n);
    if (seal === undefined) {
      faults.push(`Seal ${n} cannot be read.`);
      continue;
    }
    const isOwn = seal.previous === previous && (await verifyMac(textToSeal(seal), seal.mac));
    if (!isOwn || seal.n !== n) faults.push(`Seal ${n} of the night of ${seal.night} was not made by this service.`);
    previous = seal.mac;
    lastNight = seal.night;
    for (const reference of seal.accepted) {
      told.delete(reference);
      accepted.push(`${reference}: sealed as it stood in the night of ${seal.night}, as an operator asked.`);
    }
    for (const [reference, fault] of faultsIn(seal, chains)) {
      if (!told.has(reference) && !isTold.has(reference)) told.set(reference, `${reference}: ${fault}.`);
    }
  }
  return { seals: entries.length, lastNight, broken: [...faults, ...[...told.values()].sort()], accepted };
}

async function readable(seals: Pick<SealStore, 'read'>, n: number): Promise<NightSeal | undefined> {
  try {
    return await seals.read(n);
  } catch {
    return undefined;
  }
}

/** What each history that contradicts this seal is told by. */
function faultsIn({ heads, night }: NightSeal, chains: Verified['chains']): [reference: string, fault: string][] {
  return heads.flatMap((head): [string, string][] => {
    const chain = chains.get(head.reference);
    const events = head.events === 1 ? '1 event was' : `${head.events} events were`;
    const sealed = `${events} sealed in the night of ${night},`;
    if (chain === undefined) return [[head.reference, `${sealed} and the case is gone`]];
    const fault = faultAgainst(head, chain);
    if (fault === undefined) return [];
    return [[head.reference, `${sealed} ${fault === 'CUT_SHORT' ? CUT_SHORT : REWRITTEN}`]];
  });
}
