import { daysWithin, placeIdsOf, type SlotDays, slotsOfGroup } from '#domain/lists/capacity.ts';
import type { Group } from '#domain/lists/capacity-record.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import { attendanceOn, inGroupSince } from '#domain/support/attendance.ts';
import type { Support } from '#domain/support/support.ts';
import { addDays, londonDateOf } from '#domain/values/dates.ts';
import { readTeam } from '../access/read-team.ts';
import { readCapacity } from '../lists/write-capacity.ts';
import type { SupportDeps } from './deps.ts';

/** One session of a group as its register stands: who has a place by then, and what was recorded of whom. */
export interface Register {
  readonly group: Group;
  readonly on: string;
  readonly children: readonly { readonly reference: string; readonly isPresent: boolean | undefined }[];
}

export interface RegisterDeps extends Pick<SupportDeps, 'supports' | 'slots' | 'team' | 'config' | 'policy' | 'now'> {
  readonly capacity: Pick<CapacityStore, 'readCapacity'>;
}

/** As many of the last sessions of a group as are shown, and how far back they are looked for, in days. */
const [SHOWN, BACK] = [4, 84];

/** The register of one session, read consistently; undefined where this group does not meet on that date, or not yet. */
export function readRegister(deps: RegisterDeps): (id: string, on: string) => Promise<Register | undefined> {
  return async (id, on) => {
    const days = await readDays(deps);
    const group = days.capacity.groups.find((one) => one.id === id);
    if (!group || on > londonDateOf(deps.now()) || sessionsOf(group, days, on, on).length === 0) return undefined;
    return registerOf(group, on, await readChildren(deps, group));
  };
}

/** The last sessions of every group, each with its register, the newest first. */
export function readRegisters(deps: RegisterDeps): () => Promise<readonly { group: Group; registers: Register[] }[]> {
  return async () => {
    const [days, today] = [await readDays(deps), londonDateOf(deps.now())];
    const isShown = ({ until = today }: Group) => until >= addDays(today, -BACK);
    return Promise.all(
      days.capacity.groups.filter(isShown).map(async (group) => {
        const children = await readChildren(deps, group);
        const sessions = sessionsOf(group, days, addDays(today, -BACK), today).slice(-SHOWN).toReversed();
        return { group, registers: sessions.map((on) => registerOf(group, on, children)) };
      }),
    );
  };
}

/** What a register says now, without a name, so that a form can be held against it. */
export function registerState({ children }: Pick<Register, 'children'>): string {
  return children.map(({ isPresent }) => (isPresent === undefined ? '-' : isPresent ? 'P' : 'M')).join('');
}

async function readDays(deps: RegisterDeps): Promise<SlotDays> {
  const [capacity, team] = await Promise.all([readCapacity(deps)(), readTeam(deps)()]);
  return { capacity, team, calendar: deps.policy };
}

function sessionsOf(group: Group, days: SlotDays, from: string, until: string): string[] {
  const [slot] = slotsOfGroup(group);
  return slot ? daysWithin(slot, days, from, until) : [];
}

/** Who holds a place of the group now, by the claims of its places. */
async function readChildren({ slots, supports }: RegisterDeps, group: Group): Promise<Support[]> {
  const claims = await Promise.all(placeIdsOf(group).map((id) => slots.readSlot(id)));
  const found = await Promise.all(
    claims.map((slot) => (slot?.claim ? supports.readSupport(slot.claim.reference) : undefined)),
  );
  return found.filter((one) => one !== undefined);
}

function registerOf(group: Group, on: string, supports: readonly Support[]): Register {
  const children = supports.flatMap((support) => {
    const since = inGroupSince(support, group.id);
    if (since === undefined || londonDateOf(since) > on) return [];
    return [{ reference: support.reference, isPresent: attendanceOn(support, group.id, on)?.isPresent }];
  });
  return { group, on, children: children.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)) };
}
