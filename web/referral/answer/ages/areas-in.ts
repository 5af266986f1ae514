import type { Case } from '#domain/case/case.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { FormFields } from '../../../http/form-body.ts';
import type { ReferralDeps } from '../../deps.ts';
import { areaFieldsIn } from './fields.ts';
import { type AskedOf, type ReadAreas, readAreas, readTool } from './read.ts';

type Deps = Pick<ReferralDeps, 'referrals' | 'now'>;
interface Asked {
  readonly theCase: Pick<Case, 'reference'>;
}

/** The ages and scores in a posted form; nothing and no mistake where none were typed. */
export async function areasIn(deps: Deps, { theCase }: Asked, fields: FormFields): Promise<ReadAreas> {
  const isTyped = Object.values(areaFieldsIn(fields)).some((typed) => typed.trim() !== '');
  return isTyped ? readAreas(fields, await askedOf(deps, theCase.reference)) : { mistakes: [] };
}

/** What is wrong with what was typed about the assessment, before any area was. */
export async function toolIn(deps: Deps, { theCase }: Asked, fields: FormFields) {
  return readTool(fields, await askedOf(deps, theCase.reference));
}

async function askedOf({ referrals, now }: Deps, reference: string): Promise<AskedOf> {
  const stored = await referrals.readReferral(reference);
  return { body: stored?.body, today: londonDateOf(now()) };
}
