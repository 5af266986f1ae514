import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { entryDeferred, schoolAnswered, schoolChosen } from '#domain/case/school.ts';
import { schoolAnswerSchema } from '#domain/case/school-shape.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Moment } from '#domain/process/process.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';
import type { ConfirmDeps } from './confirm-cohort.ts';
import { noteSchool } from './note-school.ts';

/** The rule of each fault of what staff record of a child who starts school. */
export const schoolFaults = {
  ANSWER_MISSING: 'missing',
  DEFERRED_MISSING: 'missing',
  INVITED_MISSING: 'missing',
  NO_ONE_SELECTED: 'missing',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type SchoolFault = keyof typeof schoolFaults;

const fault = (code: SchoolFault) => code;
const yesOrNo = (code: SchoolFault) => z.string().pipe(z.enum(['YES', 'NO'], fault(code)));

const answerSchema = z.object({ what: z.string().pipe(z.enum(schoolAnswerSchema.options, fault('ANSWER_MISSING'))) });
const deferSchema = z.object({ isDeferred: yesOrNo('DEFERRED_MISSING'), reason: reasonSchema });
const chooseSchema = z.object({
  references: z.array(z.string()).min(1, fault('NO_ONE_SELECTED')),
  isInvited: yesOrNo('INVITED_MISSING'),
  reason: reasonSchema,
});

/** SAME: it stands already, or is about an invitation that no longer holds. */
export type SchoolResult =
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<SchoolFault>[] };

/** What staff record of children who start school: each by one conditional write of the case. */
export function doStartingSchool(deps: ConfirmDeps) {
  const change = async (
    references: readonly string[],
    step: (current: Case, moment: Moment) => Case | undefined,
  ): Promise<SchoolResult> => {
    let isSaved = false;
    for (const reference of references) {
      const moment = { now: deps.now(), policyVersion: deps.policy.version };
      isSaved = (await changeCase(deps.cases, reference, (current) => step(current, moment))).saved || isSaved;
    }
    return { kind: isSaved ? 'DONE' : 'SAME' };
  };
  return {
    /** What the family said to the invitation for this year. */
    answerSchool: async (reference: string, year: number, typed: z.input<typeof answerSchema>, by: Actor) => {
      const read = readCommand(answerSchema, schoolFaults, typed);
      if ('problems' in read) return { kind: 'INVALID', problems: read.problems } as const;
      return change([reference], (current, moment) => schoolAnswered(current, moment, { by, year, ...read.command }));
    },
    /** That the child starts school a year later than the date of birth says, or not. */
    deferEntry: async (reference: string, typed: z.input<typeof deferSchema>, by: Actor): Promise<SchoolResult> => {
      const read = readCommand(deferSchema, schoolFaults, typed);
      if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
      const said = { by, reason: read.command.reason, isDeferred: read.command.isDeferred === 'YES' };
      return change([reference], (current, moment) => entryDeferred(current, moment, said));
    },
    /** Whether these children are invited for this year, in place of the rule. */
    chooseForSchool: async (year: number, typed: z.input<typeof chooseSchema>, by: Actor): Promise<SchoolResult> => {
      const read = readCommand(chooseSchema, schoolFaults, typed);
      if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
      const { references, reason, isInvited } = read.command;
      const said = { by, year, reason, isInvited: isInvited === 'YES' };
      return change(references, (current, moment) => schoolChosen(current, moment, said));
    },
    noteSchool: noteSchool(deps),
  };
}
