import { referralOf } from '#application/operations/read-history.ts';
import type { ErasedList } from '#domain/ports/erasure.ts';
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
  /** A sentence for each referral that was erased. */
  readonly erased: readonly string[];
}

interface SealDeps {
  readonly seals: Pick<SealStore, 'entries' | 'read'>;
  readonly verifyMac: VerifyMac;
  /** What was erased since, by the list that stands beside the seals. */
  readonly erased?: Pick<ErasedList, 'entries' | 'read'>;
}

const CUT_SHORT = 'and fewer are there now';
const REWRITTEN = 'and the events up to there are others now';

/**
 * Holds every seal against its MAC and the one before it, then every history against every seal of it. Names a case with the
 * first night whose seal it contradicts. What an operator accepted later is told apart.
 */
export async function verifySeals(
  { seals, verifyMac, erased }: SealDeps,
  { chains, broken: unreadable }: Pick<Verified, 'chains' | 'broken'>,
): Promise<VerifiedSeals> {
  const faults: string[] = [];
  const told = new Map<string, string>();
  const accepted: string[] = [];
  const isTold = new Set(unreadable.map((line) => line.split(': ')[0] ?? ''));
  const gone = await erasedIn(erased);
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
      // What was sealed before it was erased is rightly gone, and what came since under the same reference is another.
      if ((gone.at.get(referralOf(reference)) ?? '') >= seal.sealedAt) continue;
      if (!told.has(reference) && !isTold.has(reference)) told.set(reference, `${reference}: ${fault}.`);
    }
  }
  const broken = [...faults, ...gone.broken, ...[...told.values()].sort()];
  return { seals: entries.length, lastNight, broken, accepted, erased: gone.lines };
}

/** When each was erased last, and a sentence for each entry. One that cannot be read is a fault: it hides nothing. */
async function erasedIn(list: SealDeps['erased']) {
  const [lines, broken, at]: [string[], string[], Map<string, string>] = [[], [], new Map()];
  for (const entry of (await list?.entries()) ?? []) {
    const whole = await list?.read(entry).catch(() => undefined);
    if (whole?.reference !== entry.reference || whole.at !== entry.at) {
      broken.push(`${entry.reference}: what says that it was erased cannot be read.`);
      continue;
    }
    lines.push(`${whole.reference}: erased on ${whole.at.slice(0, 10)}, ${whole.ground}, by ${whole.by}.`);
    if (whole.at > (at.get(whole.reference) ?? '')) at.set(whole.reference, whole.at);
  }
  return { lines: lines.sort(), broken, at };
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
