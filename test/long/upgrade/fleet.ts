import type { Status } from '#domain/case/codes.ts';
import type { Instance } from '#local/instance.ts';
import { accepted, anotherChild, bodyWithEvidence, post, statusWhen } from '#test/system/api.ts';
import { acceptOffer, addGroup, offerNext } from '#test/system/offers.ts';
import type { Service } from '#test/system/service.ts';
import { browser, enterStaffArea, FIRST, signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import type { Operator } from '#tools/seed/operator.ts';

/** How many cases stand in each state when the release is changed. */
export const FLEET = {
  IN_TRIAGE: 76,
  JUST_DECIDED: 12,
  DEFERRED: 8,
  AWAITING_REFERRER: 20,
  HELD_AS_DUPLICATE: 12,
  ON_WAITING_LIST: 40,
  OFFERED: 6,
  ACCEPTED_OFFER: 4,
  PARKED: 10,
  RECEIVED: 12,
} as const;
export type Kind = keyof typeof FLEET;

/** Each case by its reference, with the kind that it was brought to. */
export type Fleet = ReadonlyMap<string, Kind>;

/** What the outside is told of a case of each kind. */
export const statusOfKind: Record<Kind, Status> = {
  IN_TRIAGE: 'IN_TRIAGE',
  JUST_DECIDED: 'IN_TRIAGE',
  DEFERRED: 'IN_TRIAGE',
  AWAITING_REFERRER: 'AWAITING_REFERRER',
  HELD_AS_DUPLICATE: 'HELD_AS_DUPLICATE',
  ON_WAITING_LIST: 'ON_WAITING_LIST',
  OFFERED: 'IN_SUPPORT',
  ACCEPTED_OFFER: 'IN_SUPPORT',
  PARKED: 'PARKED',
  RECEIVED: 'RECEIVED',
};

/** The service on this machine, as the kit of the system tests knows it. */
export function serviceOf({ url, stop }: Instance, data: string): Service {
  return { url, root: new URL(url).origin, data, logged: () => '', kill: stop };
}

const DECIDED: Partial<Record<Kind, Readonly<Record<string, string>>>> = {
  DEFERRED: { outcome: 'DEFER_TO_MEETING', reason: 'The team waits for a colleague' },
  AWAITING_REFERRER: { outcome: 'REQUEST_INFORMATION', reason: 'Unclear', question: 'How does the child play?' },
  ON_WAITING_LIST: { outcome: 'ACCEPT_INITIAL_ASSESSMENT' },
  OFFERED: { outcome: 'INVITE_GROUP', reason: 'As agreed' },
  ACCEPTED_OFFER: { outcome: 'INVITE_GROUP', reason: 'As agreed' },
};

/** Brings 200 cases into every state in which one can be in flight, through the service's own API, pages and links. */
export async function bringUp(at: Service, operator: Operator): Promise<Fleet> {
  const fleet = new Map<string, Kind>();
  const evidence = await bodyWithEvidence(at, 'C01');
  const send = async (kind: Kind, child: object) => {
    const { reference } = await accepted(await post(at, { ...evidence, ...child }));
    fleet.set(reference, kind);
    return reference;
  };
  // The first with this NHS number goes to triage, and holds those that come after.
  const original = await send('IN_TRIAGE', {});
  await statusWhen(at, original, 'IN_TRIAGE');
  for (const kind of kinds()) {
    if (kind === 'RECEIVED' || kind === 'PARKED') continue;
    const child = () => (kind === 'HELD_AS_DUPLICATE' ? {} : anotherChild());
    for (let n = kind === 'IN_TRIAGE' ? 1 : 0; n < FLEET[kind]; n += 1) await send(kind, child());
  }
  await move(at, { advance: 'PT1M' });
  const using = browser();
  for (const [reference, kind] of fleet) {
    const fields = DECIDED[kind];
    if (fields !== undefined) await decide(at, reference, fields, using);
  }
  // Stopped while they wait for a scan, which the sweeper misses within minutes.
  for (const reference of await unscanned(at, operator, FLEET.PARKED)) {
    fleet.set(reference, 'PARKED');
    await operator.stopWorkflow(reference);
  }
  await move(at, { advance: 'PT30M' });
  await offer(at, fleet);
  // The session before has run out in that time.
  const again = browser();
  for (const [reference, kind] of fleet)
    if (kind === 'JUST_DECIDED') await decide(at, reference, { outcome: 'ACCEPT_INITIAL_ASSESSMENT' }, again);
  for (const reference of await unscanned(at, operator, FLEET.RECEIVED)) fleet.set(reference, 'RECEIVED');
  return fleet;
}

/** Sends so many referrals whose documents have no result of the scan yet; gives their references. */
async function unscanned(at: Service, operator: Operator, count: number): Promise<string[]> {
  const references: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const body = await bodyWithEvidence(at, 'C01');
    await operator.holdScan(evidenceIds(body));
    references.push((await accepted(await post(at, { ...body, ...anotherChild() }))).reference);
  }
  await move(at, { advance: 'PT1S' });
  return references;
}

/** Decides through the emailed link and the pages, as they stand at that moment. */
export async function decide(
  at: Service,
  reference: string,
  fields: Readonly<Record<string, string>>,
  using = browser(),
): Promise<void> {
  const { status, body } = await (await signIn(at, reference, FIRST, using)).send(fields);
  if (status >= 400) throw new Error(`The decision on ${reference} answered ${status}: ${body}`);
}

/** Offers go to whoever is next on the list, so the cases change their kinds among each other. */
async function offer(at: Service, fleet: Map<string, Kind>): Promise<void> {
  const manager = await enterStaffArea(at, 'manager@example.org');
  for (let group = 0; group * 6 < FLEET.OFFERED + FLEET.ACCEPTED_OFFER; group += 1)
    await addGroup(at, manager, 'Taunton');
  for (let n = 0; n < FLEET.OFFERED + FLEET.ACCEPTED_OFFER; n += 1) {
    const reference = await offerNext(at, manager);
    const isAccepted = n < FLEET.ACCEPTED_OFFER;
    fleet.set(reference, isAccepted ? 'ACCEPTED_OFFER' : 'OFFERED');
    await move(at, { advance: 'PT1M' });
    if (isAccepted) await acceptOffer(at, reference);
  }
  await move(at, { advance: 'PT2M' });
}

const kinds = () => Object.keys(FLEET).filter((kind): kind is Kind => kind in FLEET);

function evidenceIds(body: Record<string, unknown>): string[] {
  return [...JSON.stringify(body).matchAll(/"evidenceId":"([^"]+)"/g)].map(([, id = '']) => id);
}
