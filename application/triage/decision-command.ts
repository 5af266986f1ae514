import type { Decision, RedirectedTo, Task } from '#domain/case/case.ts';
import { duplicateOutcomeSchema, suspicionOutcomeSchema, triageOutcomeSchema } from '#domain/case/codes.ts';
import type { Decided } from '#domain/case/decide.ts';
import { bandIn } from '#domain/lists/band.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { OTHER_SERVICE, redirectCodes } from '#domain/service/description/other-services.ts';
import { saysSomething } from '#domain/values/characters.ts';
import { isSha256 } from '#domain/values/hash.ts';
import { criteriaFor, isAgainst, needsCriterion } from './against.ts';
import { decidedWith, faultsOfOthers, othersFaults } from './decided-with.ts';
import type { DecisionContext } from './decision-context.ts';
import type { DecisionFault } from './decision-faults.ts';
import { type DecisionCommand, needed, type Read, typedSchema } from './typed-decision.ts';

/**
 * A decision on a task of this kind, trimmed and checked. A reason may be left out only for an accept that follows the
 * recommendation, and for a referral that is genuine. Source: RULES, "After triage".
 */
export function decisionSchema(kind: Task['kind'], context: DecisionContext) {
  const { recommendation } = context;
  const isKnown = (outcome: string) => outcomesOf(kind).safeParse(outcome).success;
  // Whatever else is wrong, so that everything that is missing is said together.
  const fault = (code: DecisionFault, field: keyof Read) => ({ error: code, path: [field], when: () => true });
  const isNeeded = (typed: Read) => !isKnown(typed.outcome) || needsReason(typed, context);
  const asked = typedSchema
    .refine(({ outcome }) => isKnown(outcome), fault('OUTCOME_UNKNOWN', 'outcome'))
    .refine(({ list }) => list === '' || localitySchema.safeParse(list).success, fault('LIST_UNKNOWN', 'list'))
    .refine(({ band }) => band === '' || bandIn(band) !== undefined, fault('BAND_UNKNOWN', 'band'))
    .refine((typed) => typed.outcome !== 'REDIRECT' || namesService(typed), fault('SERVICE_MISSING', 'service'))
    .refine(({ service }) => service === '' || isService(service, context), fault('SERVICE_UNKNOWN', 'service'))
    .refine(
      ({ service, serviceName }) => service !== OTHER_SERVICE || serviceName !== '',
      fault('SERVICE_NAME_MISSING', 'serviceName'),
    )
    .refine(({ outcome, risk }) => risk !== '' || outcome !== 'REQUEST_INFORMATION', fault('RISK_MISSING', 'risk'))
    .refine(
      ({ criterion, outcome }) => criterion !== '' || !needsCriterion(outcome, recommendation),
      fault('CRITERION_MISSING', 'criterion'),
    )
    .refine(
      ({ criterion, outcome }) => criterion === '' || criteriaFor(context.isUnanswered, outcome).includes(criterion),
      fault('CRITERION_UNKNOWN', 'criterion'),
    )
    .refine(({ deferTo }) => deferTo === '' || isToCome(deferTo, context), fault('DEFER_TO_UNKNOWN', 'deferTo'))
    .refine((typed) => typed.reason !== '' || !isNeeded(typed), fault('REASON_MISSING', 'reason'))
    .refine(
      (typed) => typed.reason === '' || saysSomething(typed.reason) || !isNeeded(typed),
      fault('REASON_SAYS_NOTHING', 'reason'),
    );
  return othersFaults.reduce(
    (schema, [code, field]) =>
      schema.refine((typed) => !faultsOfOthers(typed, context).includes(code), fault(code, field)),
    asked,
  );
}

/** What is recorded of a decision, apart from who decided: only what was typed, and what its outcome needs. */
export function decidedIn(read: Read, context: DecisionContext): Omit<Decided, 'by'> {
  const kept = isSha256(read.page) ? { page: read.page } : {};
  const { services } = context;
  return { ...saidIn(read, services), ...decidedWith(read, context), ...deferredIn(read, context), ...kept };
}

/** A calendar without a meeting to come names none. */
function isToCome(on: string, { toCome }: DecisionContext): boolean {
  return toCome.length === 0 || toCome.some((meeting) => meeting.on === on);
}

/** The meeting to which it is deferred: the one that is named, or the next. Without a calendar there is none. */
function deferredIn({ outcome, deferTo }: Read, { toCome, nextMeeting }: DecisionContext) {
  if (outcome !== 'DEFER_TO_MEETING') return {};
  const deferredTo = toCome.find(({ on }) => on === deferTo) ?? nextMeeting;
  return deferredTo ? { deferredTo } : {};
}

function saidIn(
  { outcome, reason, message, question, risk, criterion, list, ...typed }: Read,
  services: DecisionContext['services'] = [],
): Omit<Decided, 'by'> {
  const service = serviceIn(typed, services);
  const band = bandIn(typed.band);
  return {
    ...{ outcome, reason },
    ...(message === '' ? {} : { message }),
    ...(typed.tellOther === 'YES' ? { tellsOfOther: true } : {}),
    ...(outcome === 'REQUEST_INFORMATION' ? { question, riskWhileWaiting: risk } : {}),
    ...(service ? { service } : {}),
    ...(list === '' ? {} : { list: { locality: list } }),
    ...(band ? { band } : {}),
    ...(criterion === '' ? {} : { criterion }),
  };
}

/** One of the description, another by its name, or one that the team has set and offers. */
function isService(service: string, { services }: DecisionContext): boolean {
  return redirectCodes.includes(service) || services.some(({ code }) => code === service);
}

/** A redirect names a service: who reads of it must learn where to turn. */
const namesService = ({ service, serviceName }: Read) => service !== '' || serviceName !== '';

/** A name that was typed counts without its radio too: nothing that someone typed is dropped. */
function serviceIn(
  { service, serviceName }: Pick<Read, 'service' | 'serviceName'>,
  services: DecisionContext['services'],
): RedirectedTo | undefined {
  const set = services.find(({ code }) => code === service);
  // As it was called then: who reads of it later reads that name.
  if (set) return { code: set.code, name: set.name };
  if (service !== '' && service !== OTHER_SERVICE) return { code: service };
  return serviceName === '' ? undefined : { code: OTHER_SERVICE, name: serviceName };
}

/** Whether it is what was decided already, sent again by a double click or a reload. */
export function isRepeat(typed: DecisionCommand, { by, ...before }: Decision): boolean {
  const { data } = typedSchema.safeParse(needed(typed));
  if (!data || `${data.deciderName}, ${data.deciderRole}` !== actorInWords(by)) return false;
  const said = ({
    outcome,
    reason,
    message,
    question,
    service,
    list,
    band,
    criterion,
    ...asked
  }: Omit<Decided, 'by'>) =>
    JSON.stringify([
      ...[
        outcome,
        reason,
        message ?? '',
        question ?? '',
        asked.riskWhileWaiting ?? '',
        service?.code ?? '',
        service?.code === OTHER_SERVICE ? (service.name ?? '') : '',
      ],
      ...[list?.locality ?? '', band ?? '', criterion ?? '', asked.tellsOfOther ?? false],
    ]);
  return said(saidIn(data)) === said(before);
}

function outcomesOf(kind: Task['kind']) {
  if (kind === 'SUSPICIOUS') return suspicionOutcomeSchema;
  return kind === 'TRIAGE' ? triageOutcomeSchema : duplicateOutcomeSchema;
}

/** All but a plain accept, any choice against the recommendation, and another band than the suggested one. */
function needsReason({ outcome, band }: Read, { recommendation, suggestedBand }: DecisionContext): boolean {
  if (outcome === 'GENUINE_REFERRAL') return false;
  const isOverride = band !== '' && suggestedBand !== null && bandIn(band) !== suggestedBand;
  return outcome !== 'ACCEPT_INITIAL_ASSESSMENT' || isAgainst(outcome, recommendation) === true || isOverride;
}
