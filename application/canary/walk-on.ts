import { CANARY_CALLER } from '#domain/canary/mark.ts';
import { CANARY_ID } from '#domain/canary/team.ts';
import type { Case } from '#domain/case/case.ts';
import type { CanaryMail, CanaryMailbox, Visited, Visitor } from '#domain/ports/canary.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { addDays, londonDateOf } from '#domain/values/dates.ts';
import { referenceFor } from '#domain/values/reference.ts';
import type { RecordDecision } from '../triage/record-decision.ts';
import { keyOfDay } from './begin-walk.ts';

export interface WalkDeps {
  readonly mailbox: CanaryMailbox;
  /** A visitor that no page knows yet. */
  readonly newVisitor: () => Visitor;
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly recordDecision: RecordDecision;
  /** Whether staff sign in with a work account: the canary has none, and goes as far as the page that asks for it. */
  readonly withAccount: boolean;
  readonly now: Now;
  readonly log: Log;
}

/** How far the canary came: it asked for a code, decided, has the news of that, or has nothing to do. */
export type WalkedTo = 'ASKED' | 'DECIDED' | 'ARRIVED' | 'WAITS';

/**
 * Takes the next step of the canary of today, by what lies in its mailbox and how its referral stands: opens the link, enters the
 * code and decides, or notes that the news of the decision came. The same call again repeats nothing that is done. Throws
 * when a page does not answer as staff would need it.
 */
export function walkOn(deps: WalkDeps): () => Promise<WalkedTo> {
  return async () => {
    const theCase = await caseUnderWay(deps);
    if (!theCase) return 'WAITS';
    const { reference } = theCase;
    const mails = (await deps.mailbox()).filter(({ receivedAt }) => receivedAt >= secondOf(theCase.receivedAt));
    const decidedAt = theCase.lastDecision?.at;
    if (decidedAt !== undefined) {
      const isNews = ({ receivedAt, text }: CanaryMail) =>
        receivedAt >= secondOf(decidedAt) && text.includes(reference);
      if (!mails.some(isNews)) return 'WAITS';
      // The alarm CanaryLate rings where a day goes by without this line.
      deps.log.info('canary-arrived', { reference });
      return 'ARRIVED';
    }
    const { task } = theCase;
    if (task?.kind !== 'TRIAGE' || task.decision) return 'WAITS';
    const asked = mails.findLast(({ text }) => linkIn(text) !== undefined && text.includes(reference));
    const link = asked && linkIn(asked.text);
    if (!link) return 'WAITS';
    const code = mails
      .filter(({ receivedAt }) => receivedAt >= asked.receivedAt)
      .flatMap(codesIn)
      .at(-1);
    if (code === undefined) return press(deps, theCase, task.id, link);
    await decideOnPage(deps.newVisitor(), link, code, londonDateOf(deps.now()));
    return 'DECIDED';
  };
}

/** A mailbox keeps seconds only. */
const secondOf = (at: string) => at.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);

/** The referral of today, or of yesterday where that came late; undefined where there is none. */
async function caseUnderWay({ cases, now }: WalkDeps): Promise<Case | undefined> {
  const today = londonDateOf(now());
  for (const day of [today, addDays(today, -1)]) {
    const theCase = await cases.readCase(referenceFor(CANARY_CALLER, keyOfDay(day), 0));
    if (theCase) return theCase;
  }
  return undefined;
}

const linkIn = (text: string) => /\bhttps?:\/\/\S+\/triage\/l\/\S+/.exec(text)?.[0];
const codesIn = ({ text }: CanaryMail) => /^\d{6}$/m.exec(text) ?? [];

/** Opens the link as a reader would, and presses its button: then a code comes, or the page that asks for a work account. */
async function press(deps: WalkDeps, theCase: Case, taskId: string, link: string): Promise<WalkedTo> {
  const visitor = deps.newVisitor();
  const opened = must(await visitor.get(link), 200, 'the link');
  must(await visitor.post(link, formOf(opened, 'the link').fields), 200, 'the button of the link');
  if (!deps.withAccount) return 'ASKED';
  const { reference } = theCase;
  const result = await deps.recordDecision({
    reference,
    taskId,
    person: CANARY_ID,
    ...decision(londonDateOf(deps.now())),
  });
  if (result.kind === 'INVALID') throw new Error('The canary could not decide: its decision was refused.');
  return 'DECIDED';
}

async function decideOnPage(visitor: Visitor, link: string, code: string, today: string): Promise<void> {
  const asksForCode = must(await visitor.get(`${link}/code`), 200, 'the page for the code');
  const entered = must(
    await visitor.post(`${link}/code`, { ...formOf(asksForCode, 'the page for the code').fields, code }),
    303,
    'the code',
  );
  const at = entered.location ?? '';
  const record = must(await visitor.get(at), 200, 'the record');
  const shown = must(
    await visitor.post(at, { ...formOf(record, 'the record').fields, ...decision(today) }),
    200,
    'the decision',
  );
  must(await visitor.post(at, { ...formOf(shown, 'the preview').fields, confirm: '1' }), 303, 'the confirmation');
}

/** What the canary decides: that the child, whom there is not, has an initial assessment, as a meeting of today would. */
function decision(today: string) {
  return {
    outcome: 'ACCEPT_INITIAL_ASSESSMENT',
    reason: 'A test of the service by itself, about no child.',
    meetingOn: today,
    present: 'Canary',
    deciderName: 'Canary',
    deciderRole: 'Test of the service',
  };
}

function must(page: Visited, status: number, what: string): Visited {
  if (page.status !== status) throw new Error(`For the canary, ${what} answered ${page.status} instead of ${status}.`);
  return page;
}

function formOf(page: Visited, where: string): NonNullable<Visited['form']> {
  if (!page.form) throw new Error(`The canary found no form at ${where}.`);
  return page.form;
}
