import { DatabaseSync } from 'node:sqlite';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { soundsOf } from '#adapters/phonetics/sounds.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { changeTeam } from '#application/access/change-team.ts';
import { doAssessments } from '#application/assessments/do-assessments.ts';
import { followAssessment } from '#application/assessments/follow-assessment.ts';
import { sweepDraft } from '#application/drafts/sweep-draft.ts';
import { enterLookAgain } from '#application/intake/ask-to-look-again.ts';
import { checkReferral } from '#application/intake/check-referral.ts';
import { followMailboxes } from '#application/intake/follow-mailboxes.ts';
import { followSharing } from '#application/intake/follow-sharing.ts';
import { recordDeath } from '#application/intake/record-death.ts';
import { recordTold } from '#application/intake/record-told.ts';
import { submitReferral } from '#application/intake/submit-referral.ts';
import { undoDeath } from '#application/intake/undo-death.ts';
import { validateStoredReferral } from '#application/intake/validate-referral.ts';
import { withdrawForReferrer } from '#application/intake/withdraw-for-referrer.ts';
import { withdrawReferral } from '#application/intake/withdraw-referral.ts';
import { sendPlay } from '#application/lists/import/send-play.ts';
import { listChild } from '#application/lists/list-child.ts';
import { followTelling } from '#application/notices/follow-telling.ts';
import { recordMailEvent } from '#application/notices/record-mail-event.ts';
import { sendCheckIn } from '#application/notices/send-check-in.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { tellOfPlace } from '#application/notices/tell-of-place.ts';
import { tellPeople } from '#application/notices/tell-people.ts';
import { parkCase } from '#application/operations/park-case.ts';
import { restartCase } from '#application/operations/restart-case.ts';
import { sendSchool } from '#application/starting-school/send-school.ts';
import type { StepInput } from '#application/step-input.ts';
import { answerOffer } from '#application/support/answer-offer.ts';
import { closeSupport } from '#application/support/close-support.ts';
import { doVisits } from '#application/support/do-visits.ts';
import { followSupport } from '#application/support/follow-support.ts';
import { makeOffer } from '#application/support/make-offer.ts';
import { offerSupport } from '#application/support/open-offer.ts';
import { recordStart } from '#application/support/record-start.ts';
import { reopenSupport } from '#application/support/reopen-support.ts';
import { tellOfOffer } from '#application/support/tell-of-offer.ts';
import { sweep } from '#application/sweep/sweep.ts';
import { tellOfParked } from '#application/sweep/tell-of-parked.ts';
import { answerLookAgain } from '#application/todos/answer-look-again.ts';
import { postLetter } from '#application/todos/post-letter.ts';
import { remindOfTodo } from '#application/todos/remind-of-todo.ts';
import { seeStop } from '#application/todos/see-stop.ts';
import { tellInPerson } from '#application/todos/tell-in-person.ts';
import { answerReferrer } from '#application/triage/answer-referrer.ts';
import { openTask } from '#application/triage/open-task.ts';
import { recordDecision } from '#application/triage/record-decision.ts';
import { remindPeople } from '#application/triage/remind-people.ts';
import { sayIfSameChild } from '#application/triage/say-if-same-child.ts';
import { tellSecond } from '#application/triage/tell-second.ts';
import { undoDecision } from '#application/triage/undo-decision.ts';
import type { Meeting } from '#domain/people/meetings.ts';
import type { Mailer, Workflow } from '#domain/ports/services.ts';
import type { StepResult } from '#domain/process/run.ts';
import { type Policy, policyWith } from '#domain/service/policy.ts';
import { stepHandler } from '#functions/step.ts';
import { createEngine, type InvokeResult } from '#local/step-functions/engine.ts';
import { testClock, testEvidence, testLog, testMailboxKey, testMailer, testRandom } from '#test/http/doubles.ts';
import { lambdaContext } from '#test/http/lambda-context.ts';
import { testConfig } from '#test/http/service-config.ts';
import { endless } from '#test/kit/budget.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { engineWorkflow, MACHINE_ARN, SUPPORT_ARN, stopExecution } from './engine-workflow.ts';
import { functionNameOf, synthesisedDefinition } from './machine.ts';

export const claimKey = async () => 'a key of the test';

const definition = synthesisedDefinition();
const ofSupport = synthesisedDefinition('support');

type Step = (input: StepInput) => Promise<StepResult>;

/** Makes one function fail: answers the error it throws, or undefined to let it through. */
export type Fault = (name: string, input: StepInput) => Error | undefined;

/**
 * The whole pipeline on one desk: the synthesised state machine in the embedded engine, the real steps, and stores in
 * memory. The test moves the clock and says when the sweeper runs.
 */
export function instance(
  options: {
    policy?: Partial<Policy>;
    at?: string;
    fault?: Fault;
    /** The calendar of the team. */
    meetings?: readonly Meeting[];
    workflow?: Partial<Workflow>;
    send?: Mailer['send'];
    stores?: Stores;
    /** The mailbox of the canary, where there is one. */
    canary?: { readonly mailbox: string };
  } = {},
) {
  const own = createMemoryStores();
  const stores = options.stores ?? own;
  const clock = testClock(options.at ?? '2026-09-24T08:00:00.000Z');
  const { now } = clock;
  const [evidence, mailer, log] = [testEvidence(), testMailer(), testLog()];
  const policy = policyWith(options.policy ?? {});
  const metrics = new Map<string, number>();
  const { sent } = mailer;
  const shared = {
    ...stores,
    evidence,
    mailer: { send: options.send ?? mailer.send },
    log,
    now,
    policy,
    config: {
      ...testConfig,
      ...(options.meetings ? { meetings: [...options.meetings] } : {}),
      ...(options.canary ? { canary: options.canary } : {}),
    },
    random: testRandom(),
  };
  const mail = { ...shared, render: createNoticeRenderer(), baseUrl: 'http://localhost:8080' };
  const withMail = { ...shared, sendNotices: sendNotices(mail) };
  const mine = followMailboxes({ ...stores, mailboxKey: testMailboxKey });
  const steps: Record<string, Step> = {
    'validate-referral': validateStoredReferral({ ...withMail, noteFollowers: mine.noteFollowers }),
    'check-referral': checkReferral({ ...withMail, soundsOf, claimKey }),
    'open-task': openTask(withMail),
    'remind-people': remindPeople(withMail),
    'list-child': listChild(shared),
    'tell-people': tellPeople(withMail),
    'park-case': parkCase(shared),
    'follow-support': followSupport(withMail),
    'open-offer': offerSupport(withMail),
    'tell-of-offer': tellOfOffer(withMail),
  };
  const invoked: string[] = [];
  const invoke = async (name: string, payload: unknown): Promise<InvokeResult> => {
    invoked.push(name);
    const step = steps[name];
    if (!step) throw new Error(`There is no function ${name}.`);
    const handler = stepHandler(telemetryOf(log), (input) => {
      const error = options.fault?.(name, input);
      if (error) throw error;
      return step(input);
    });
    try {
      return { ok: true, payload: await handler(payload, lambdaContext) };
    } catch (error) {
      const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error('unknown');
      return { ok: false, errorType, errorMessage };
    }
  };
  const database = new DatabaseSync(':memory:');
  const engine = createEngine({ database, now: () => Date.parse(now()), invoke, random: () => 0.5 });
  engine.register({ arn: MACHINE_ARN, name: 'referral', definition, functionNames: functionNameOf });
  engine.register({ arn: SUPPORT_ARN, name: 'support', definition: ofSupport, functionNames: functionNameOf });
  const real = engineWorkflow(engine);
  const workflow = { ...real, ...options.workflow };
  const sweeper = sweep({
    ...shared,
    workflow,
    settleNotice: settleNotice(mail),
    tellOfParked: tellOfParked(withMail),
    tellSecond: tellSecond(withMail),
    remindOfTodo: remindOfTodo(mail),
    followAssessment: followAssessment(withMail),
    followSharing: followSharing(withMail),
    sendCheckIn: sendCheckIn(withMail),
    sendSchool: sendSchool(withMail),
    sendPlay: sendPlay(withMail),
    tellOfPlace: tellOfPlace(withMail),
    followTelling: followTelling({ ...withMail, drafts: stores.drafts }),
    sweepDraft: sweepDraft({ ...shared, mailDraftLink: async () => 'SENT' }),
    clockOff: async () => 0,
    count: (name, value) => metrics.set(name, value),
  });
  const drain = async () => {
    engine.runDue();
    await engine.settled();
  };
  return {
    ...stores,
    /** The reads of nightly work, of its own stores. */
    everyone: own.everyone,
    ...mine,
    clock,
    evidence,
    log,
    metrics,
    policy,
    invoked,
    invoke,
    engine,
    startForReal: real.start,
    wakeForReal: real.wake,
    stop: (name: string) => stopExecution(engine, name),
    mail: sent,
    sendForReal: mailer.send,
    drain,
    sweepAlone: () => sweeper(endless()),
    record: recordMailEvent(shared),
    sweep: async () => {
      const swept = await sweeper(endless());
      await drain();
      return swept;
    },
    submit: submitReferral({ ...shared, workflow, raiseAlarm: async () => {} }),
    decide: recordDecision({ ...shared, tellSecond: tellSecond(withMail) }),
    sayIfSame: sayIfSameChild(shared),
    undo: undoDecision(shared),
    died: recordDeath(withMail),
    undoDied: undoDeath(shared),
    withdraw: withdrawReferral(withMail),
    withdrawForReferrer: withdrawForReferrer(shared),
    recordTold: recordTold(shared),
    changeTeam: changeTeam(shared),
    ...doAssessments(withMail),
    tellInPerson: tellInPerson(shared),
    enterLookAgain: enterLookAgain(withMail),
    seeStop: seeStop(withMail),
    answerLookAgain: answerLookAgain(withMail),
    answer: answerReferrer(shared),
    restart: restartCase(shared),
    offer: makeOffer(shared),
    answerOffer: answerOffer(shared),
    recordStart: recordStart(shared),
    ...doVisits(shared),
    closeSupport: closeSupport(shared),
    reopenSupport: reopenSupport({ ...shared, claimKey }),
    postLetter: postLetter(shared),
  };
}
