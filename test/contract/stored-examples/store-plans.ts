import type { Stores } from '#adapters/records/stores.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { editionOf, planPrinted, planWritten, progressNoted } from '#domain/plan/write.ts';
import { AT } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const kim = personActor('kim', 'Kim Park', 'Practitioner');
const moment = { now: AT, policyVersion: 1 };
const first = {
  outcomes: [{ id: '', what: 'She sits on the floor and plays', steps: ['With a cushion', 'For one minute'] }],
  ...{ activities: 'Reach for the rattle', others: 'The nursery uses the same cushion', writtenWith: 'Her mother' },
};

function must(plan: Plan | undefined | { readonly refused: string }): Plan {
  if (!plan || 'refused' in plan) throw new Error('An example of a plan cannot be made.');
  return plan;
}

/** Stores a plan as it is written, with progress, as it is printed, and written anew beside what it said before. */
export async function storePlans({ plans }: Stores, keep: Keep): Promise<void> {
  const written = must(planWritten({ reference: 'REFS', plan: undefined }, moment, first, { seen: 0, by: kim }));
  const said = [{ outcome: 'O1', seen: 'NOT_YET', now: 'A_LITTLE' as const }];
  const progressed = must(progressNoted(written, moment, said, kim));
  const printed = planPrinted(progressed, moment, { adult: 0, hasPlaces: true, by: kim });
  const words = { ...first, activities: 'Roll the ball' };
  const anew = must(planWritten({ reference: 'REFS', plan: printed }, moment, words, { seen: 1, by: kim }));
  let version = 0;
  for (const [name, plan] of Object.entries({ written, progressed, printed, anew })) {
    version += 1;
    await plans.savePlan({ ...plan, version });
    await keep(`plan.${name}`, 'REF#REFS', 'PLAN');
  }
  await plans.keepEdition(editionOf(printed));
  await keep('edition.first', 'REF#REFS', 'EDITION#');
}
