import * as z from 'zod';
import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/**
 * Why a record is erased, or is not, when someone asks for it. Source: UK GDPR, Article 17(1) for the rights, Article 17(3) and
 * Article 12(5) for what speaks against it. Withdrawn consent is none: the service does not rest on consent.
 */
export const erasureGroundSchema = z.enum([
  'NOT_NEEDED',
  'OBJECTED',
  'UNLAWFUL',
  'LEGAL_DUTY',
  'NO_RIGHT_APPLIES',
  'PUBLIC_TASK',
  'LEGAL_CLAIMS',
  'NOT_ENTITLED',
  'UNFOUNDED',
]);
export type ErasureGround = z.infer<typeof erasureGroundSchema>;

const erases: ReadonlySet<ErasureGround> = new Set(['NOT_NEEDED', 'OBJECTED', 'UNLAWFUL', 'LEGAL_DUTY']);

/** What follows from a ground: a right erases, anything else refuses. */
export function decisionOn(ground: ErasureGround): 'ERASE' | 'REFUSE' {
  return erases.has(ground) ? 'ERASE' : 'REFUSE';
}

interface Decided {
  readonly by: Actor;
  readonly ground: ErasureGround;
  readonly reason: string;
  readonly askedOn: string;
  /** When it was decided before, as the form showed it; blank where it was not. */
  readonly seen: string;
}

/** The case with what was decided, also in place of an earlier decision. Undefined where someone decided since the form was shown. */
export function erasureDecided(theCase: Case, moment: Moment, { seen, ...said }: Decided): Case | undefined {
  if ((theCase.erasure?.at ?? '') !== seen) return undefined;
  const { by, ground, reason, askedOn } = said;
  const decision = decisionOn(ground);
  return applyChange(
    theCase,
    moment,
    { erasure: { at: moment.now, by, decision, ground, reason, askedOn }, moveBy: theCase.moveBy },
    { event: 'ERASURE_DECIDED', by, decision, ground, text: reason },
  );
}

/** The case once the person who asked was answered. Undefined where they were, or where someone decided since the form was shown. */
export function erasureAnswered(theCase: Case, moment: Moment, { by, seen }: Pick<Decided, 'by' | 'seen'>) {
  const { erasure } = theCase;
  if (!erasure || erasure.at !== seen || erasure.answered) return undefined;
  const answered = { at: moment.now, by };
  const patch = { erasure: { ...erasure, answered }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'ERASURE_ANSWERED', by });
}
