import { placeOf } from '../lists/place.ts';
import { type Actor, MACHINE } from '../people/actor.ts';
import { type Moment, restarted } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonDateOf } from '../values/dates.ts';
import { type BeginningSaid, withBeginning } from './beginning.ts';
import { liveBlock, mayVisitAgain, nextKind, openVisit } from './block.ts';
import type { Block, Visit, VisitOutcome, VisitPlace } from './block-shape.ts';
import { changed, owedToWorkflow, supportProcess } from './change.ts';
import type { NewSupportEvent } from './event.ts';
import type { Support } from './support.ts';

/** When and where the next visit is, and who planned it. */
export interface Plan {
  readonly on: string;
  readonly at: string;
  readonly where: VisitPlace;
  readonly by: Actor;
}

/** Why nothing was planned or recorded, as a code. */
export type VisitRefusal = 'NOT_VISITED' | 'NO_SESSION_LEFT' | 'NOT_YET' | 'ALREADY' | 'CHANGED' | 'SLOT_TAKEN';

/** The support with its next visit planned, or moved where one is planned already. */
export function visitPlanned(
  support: Support,
  moment: Moment,
  plan: Plan,
  policy: Policy,
): Support | { readonly refused: VisitRefusal } {
  const block = liveBlock(support);
  if (!block) return { refused: 'NOT_VISITED' };
  const { visits } = block;
  const open = openVisit(block);
  if (!open && nextKind(block) === 'SESSION' && !mayVisitAgain(block, policy).allowed)
    return { refused: 'NO_SESSION_LEFT' };
  const visit = { ...(open ?? newVisit(block)), ...planned(plan, moment) };
  const before = open ? visits.slice(0, -1) : visits;
  const { kind, id, on, where } = visit;
  const event = { event: 'VISIT_PLANNED', by: plan.by, visit: id, kind, on, where } as const;
  return changed(support, moment, { block: { ...block, visits: [...before, visit] }, moveBy: support.moveBy }, event);
}

/** What came of a visit, as the practitioner says it. `MISSED`: what that is called hangs on where the visit was. */
export interface Came {
  readonly visit: string;
  readonly what: Exclude<VisitOutcome, 'NO_ACCESS' | 'WAS_NOT_BROUGHT'> | 'MISSED';
  readonly childSeen: boolean;
  readonly note: string;
  /** What was said at the initial visit beside it. */
  readonly beginning?: BeginningSaid | undefined;
  readonly by: Actor;
}

/**
 * The support with what came of the visit that waits for it, and with the next one planned, in one step: so no session is counted
 * twice, none above what was agreed, and the first that took place stops the clock of the aim.
 */
export function visitRecorded(
  support: Support,
  moment: Moment,
  came: Came,
  { policy, next }: { readonly policy: Policy; readonly next?: Omit<Plan, 'by'> | undefined },
): Support | { readonly refused: VisitRefusal } {
  const block = liveBlock(support);
  if (!block) return { refused: 'NOT_VISITED' };
  const open = openVisit(block);
  if (open?.id !== came.visit) return { refused: 'ALREADY' };
  const isCancelled = came.what === 'FAMILY_CANCELLED' || came.what === 'SERVICE_CANCELLED';
  if (!isCancelled && open.on > londonDateOf(moment.now)) return { refused: 'NOT_YET' };
  const isSession = open.kind === 'SESSION' && came.what === 'ATTENDED';
  if (isSession && !mayVisitAgain(block, policy).allowed) return { refused: 'NO_SESSION_LEFT' };
  const visit = withOutcome(open, came, moment);
  const said = overNoted(block, came.beginning);
  const { block: noted, events } = withBeginning(block, moment, said, { on: visit.on, by: came.by });
  const recorded: Block = { ...noted, visits: [...block.visits.slice(0, -1), visit] };
  const event = { event: 'VISIT_RECORDED', by: came.by, visit: visit.id, what: outcomeOf(open, came) } as const;
  const begun = isSession ? sessionTookPlace(support, moment, visit, came.by) : nothing;
  const moves = begun.patch.next === undefined ? { moveBy: support.moveBy } : {};
  const patch = { ...moves, ...begun.patch, block: withNext(recorded, moment, next, came.by, policy) };
  const after = changed(support, moment, patch, event, ...events, ...begun.events);
  // One that an earlier release let end, that was resumed, or that is parked: a new run of the machine takes it up.
  const isCutOff = after.next !== support.next && (support.next === 'DONE' || support.parked !== null);
  return isCutOff ? restarted(supportProcess, after, moment, MACHINE) : after;
}

/** A blank field leaves what was noted before as it is. */
function overNoted({ noted }: Block, said: BeginningSaid | undefined): BeginningSaid {
  const { agreedWith = '', strengths = '', needs = '' } = said ?? {};
  return { agreedWith, strengths: strengths || (noted?.strengths ?? ''), needs: needs || (noted?.needs ?? '') };
}

function newVisit({ visits, ...block }: Block) {
  return { id: `V${visits.length + 1}`, kind: nextKind({ visits, ...block }) };
}

function planned({ on, at, where, by }: Plan, { now }: Moment) {
  return { on, at, where, plannedBy: by, plannedAt: now };
}

function outcomeOf({ where }: Visit, { what }: Came): VisitOutcome {
  if (what !== 'MISSED') return what;
  return where === 'HOME' ? 'NO_ACCESS' : 'WAS_NOT_BROUGHT';
}

function withOutcome(visit: Visit, came: Came, { now }: Moment): Visit {
  const { childSeen, note, by } = came;
  const outcome = { what: outcomeOf(visit, came), childSeen, ...(note === '' ? {} : { note }), by, at: now };
  return { ...visit, outcome };
}

function withNext(block: Block, moment: Moment, next: Omit<Plan, 'by'> | undefined, by: Actor, policy: Policy): Block {
  const isOver = nextKind(block) === 'SESSION' && !mayVisitAgain(block, policy).allowed;
  if (!next || isOver) return block;
  return { ...block, visits: [...block.visits, { ...newVisit(block), ...planned({ ...next, by }, moment) }] };
}

interface Begun {
  readonly patch: Partial<Pick<Support, 'next' | 'task' | 'outbox' | 'status' | 'list' | 'started'>>;
  readonly events: readonly NewSupportEvent[];
}
const nothing: Begun = { patch: {}, events: [] };

/** The first session that took place is the start of support: the child leaves the list, and the workflow waits for the end. */
function sessionTookPlace(support: Support, moment: Moment, { on }: Visit, by: Actor): Begun {
  const { status, list, next } = support;
  // While people are still being told of the answer, the workflow finds out by itself.
  const goesOn: Begun['patch'] =
    next === 'NOTIFY' ? {} : { next: 'BLOCK', task: null, outbox: owedToWorkflow(support) };
  if (status !== 'ACCEPTED' || !list) return { patch: next === 'DONE' ? goesOn : {}, events: [] };
  const started = { on, at: moment.now, by, pathway: list.pathway, place: placeOf(list) };
  return {
    patch: { ...goesOn, status: 'STARTED', list: null, started },
    events: [{ event: 'SUPPORT_STARTED', by, on, from: placeOf(list) }],
  };
}
