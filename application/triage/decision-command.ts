import type * as z from 'zod';
import type { Decision, RedirectedTo, Task } from '#domain/case/case.ts';
import { duplicateOutcomeSchema, suspicionOutcomeSchema, triageOutcomeSchema } from '#domain/case/codes.ts';
import type { Decided } from '#domain/case/decide.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { OTHER_SERVICE, redirectCodes } from '#domain/service/description/other-services.ts';
import { saysSomething } from '#domain/values/characters.ts';
import type { DecisionFault } from './decision-faults.ts';
import { type DecisionCommand, needed, typedSchema } from './typed-decision.ts';

type Read = z.output<typeof typedSchema>;

/**
 * A decision on a task of this kind, trimmed and checked. A reason may be left out only for an accept that follows the
 * recommendation, and for a referral that is genuine. Source: RULES, "After triage".
 */
export function decisionSchema(kind: Task['kind'], recommendation: string | null) {
  const isKnown = (outcome: string) => outcomesOf(kind).safeParse(outcome).success;
  // Whatever else is wrong, so that everything that is missing is said together.
  const fault = (code: DecisionFault, field: keyof Read) => ({ error: code, path: [field], when: () => true });
  const isNeeded = ({ outcome }: Read) => !isKnown(outcome) || needsReason(outcome, recommendation);
  return typedSchema
    .refine(({ outcome }) => isKnown(outcome), fault('OUTCOME_UNKNOWN', 'outcome'))
    .refine(({ service }) => service === '' || redirectCodes.includes(service), fault('SERVICE_UNKNOWN', 'service'))
    .refine(
      ({ service, serviceName }) => service !== OTHER_SERVICE || serviceName !== '',
      fault('SERVICE_NAME_MISSING', 'serviceName'),
    )
    .refine((typed) => typed.reason !== '' || !isNeeded(typed), fault('REASON_MISSING', 'reason'))
    .refine(
      (typed) => typed.reason === '' || saysSomething(typed.reason) || !isNeeded(typed),
      fault('REASON_SAYS_NOTHING', 'reason'),
    );
}

/** What is recorded of a decision, apart from who decided: only what was typed, and what its outcome needs. */
export function decidedIn({ outcome, reason, message, question, ...typed }: Read): Omit<Decided, 'by'> {
  const service = serviceIn(typed);
  return {
    ...{ outcome, reason },
    ...(message === '' ? {} : { message }),
    ...(outcome === 'REQUEST_INFORMATION' ? { question } : {}),
    ...(service ? { service } : {}),
  };
}

/** A name that was typed counts without its radio too: nothing that someone typed is dropped. */
function serviceIn({ service, serviceName }: Pick<Read, 'service' | 'serviceName'>): RedirectedTo | undefined {
  if (service !== '' && service !== OTHER_SERVICE) return { code: service };
  return serviceName === '' ? undefined : { code: OTHER_SERVICE, name: serviceName };
}

/** Whether it is what was decided already, sent again by a double click or a reload. */
export function isRepeat(typed: DecisionCommand, { by, ...before }: Decision): boolean {
  const { data } = typedSchema.safeParse(needed(typed));
  if (!data || `${data.deciderName}, ${data.deciderRole}` !== actorInWords(by)) return false;
  const again = decidedIn(data);
  const said = ({ outcome, reason, message, question, service }: Omit<Decided, 'by'>) =>
    JSON.stringify([outcome, reason, message ?? '', question ?? '', service?.code ?? '', service?.name ?? '']);
  return said(again) === said(before);
}

function outcomesOf(kind: Task['kind']) {
  if (kind === 'SUSPICIOUS') return suspicionOutcomeSchema;
  return kind === 'TRIAGE' ? triageOutcomeSchema : duplicateOutcomeSchema;
}

function needsReason(outcome: string, recommendation: string | null): boolean {
  if (outcome === 'GENUINE_REFERRAL') return false;
  return outcome !== 'ACCEPT_INITIAL_ASSESSMENT' || recommendation === 'LIKELY_INELIGIBLE';
}
