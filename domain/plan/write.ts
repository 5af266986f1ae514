import type { Actor } from '../people/actor.ts';
import { linked } from '../process/history.ts';
import type { Moment } from '../process/process.ts';
import type { NewPlanEvent, Outcome, Plan, PlanEdition, Progress } from './plan.ts';

/** What a practitioner writes with the family. An outcome without an id is new; one that is left out is in the plan no more. */
export interface PlanWords {
  readonly outcomes: readonly { readonly id: string; readonly what: string; readonly steps: readonly string[] }[];
  readonly activities: string;
  readonly others: string;
  readonly writtenWith: string;
}

/** Someone changed the plan since its form was shown. */
type Overtaken = { readonly refused: 'CHANGED' };

/**
 * The plan with these words, or undefined where they stand already. `seen`: the edition that the form showed, 0 for none. What
 * someone else wrote since is never written over.
 */
export function planWritten(
  { reference, plan }: { readonly reference: string; readonly plan: Plan | undefined },
  moment: Moment,
  words: PlanWords,
  { seen, by }: { readonly seen: number; readonly by: Actor },
): Plan | undefined | Overtaken {
  if (plan && saysTheSame(plan, words)) return undefined;
  if ((plan?.edition ?? 0) !== seen) return { refused: 'CHANGED' };
  const { now } = moment;
  const edition = seen + 1;
  const numbered = withIds(words.outcomes, plan);
  const before = plan ?? { reference, version: 0, createdAt: now, history: [] };
  const written = { ...before, ...words, ...numbered, edition, by, at: now, updatedAt: now };
  return happened(written, moment, { event: 'PLAN_WRITTEN', by, edition, text: words.writtenWith });
}

/** How far the child is with some outcomes: as the form showed it, and as it is now. */
export interface ProgressSaid {
  readonly outcome: string;
  readonly seen: string;
  readonly now: Progress;
}

/**
 * The plan with what was said of progress, each change an event; undefined where it stands already. What someone else noted of an
 * outcome since the form was shown stays as it is, and so does all the rest.
 */
export function progressNoted(
  plan: Plan,
  moment: Moment,
  said: readonly ProgressSaid[],
  by: Actor,
): Plan | undefined | Overtaken {
  const stands = new Map(plan.outcomes.map(({ id, progress }) => [id, String(progress)]));
  const changes = said.filter(({ outcome, seen, now }) => now !== seen && now !== stands.get(outcome));
  if (changes.some(({ outcome, seen }) => stands.get(outcome) !== seen)) return { refused: 'CHANGED' };
  if (changes.length === 0) return undefined;
  const outcomes = plan.outcomes.map((one) => {
    const change = changes.find(({ outcome }) => outcome === one.id);
    return change ? { ...one, progress: change.now } : one;
  });
  const events = changes.map(
    ({ outcome, now: progress }) => ({ event: 'PROGRESS_NOTED', by, outcome, progress }) as const,
  );
  return happened({ ...plan, outcomes, updatedAt: moment.now }, moment, ...events);
}

/** The plan with a note that it was printed for this adult of the family. */
export function planPrinted(
  plan: Plan,
  moment: Moment,
  { adult, hasPlaces, by }: { readonly adult: number; readonly hasPlaces: boolean; readonly by: Actor },
): Plan {
  const { edition } = plan;
  return happened(plan, moment, { event: 'PLAN_PRINTED', by, adult, edition, hasPlaces });
}

/** What is kept of the plan before another edition takes its place. */
export function editionOf({
  reference,
  edition,
  outcomes,
  activities,
  others,
  writtenWith,
  by,
  at,
}: Plan): PlanEdition {
  return { reference, edition, outcomes, activities, others, writtenWith, by, at };
}

function happened(plan: Plan, { now, policyVersion }: Moment, ...events: readonly NewPlanEvent[]): Plan {
  const history = [...plan.history];
  for (const event of events) history.push(linked(history.at(-1), event, now, policyVersion));
  return { ...plan, history };
}

function saysTheSame(plan: Plan, words: PlanWords): boolean {
  const texts = ({ outcomes, activities, others, writtenWith }: PlanWords) =>
    JSON.stringify([outcomes.map(({ what, steps }) => [what, steps]), activities, others, writtenWith]);
  return texts(plan) === texts(words);
}

/** Each outcome with its id and progress; a new one has the next number and no progress yet. */
function withIds(words: PlanWords['outcomes'], plan: Plan | undefined): Pick<Plan, 'outcomes' | 'outcomesSoFar'> {
  let outcomesSoFar = plan?.outcomesSoFar ?? 0;
  const outcomes = words.map(({ id, what, steps }): Outcome => {
    const before = plan?.outcomes.find((one) => one.id === id);
    if (before) return { ...before, what, steps: [...steps] };
    outcomesSoFar += 1;
    return { id: `O${outcomesSoFar}`, what, steps: [...steps], progress: 'NOT_YET' };
  });
  return { outcomes, outcomesSoFar };
}
