import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { linkIn } from '#domain/notices/put-right.ts';
import { actorCode } from '#domain/people/actor.ts';
import type { IssuedLink } from '#domain/people/link.ts';
import type { Reading } from '#domain/people/reading.ts';
import type { ExecutionStep } from '#domain/ports/executions.ts';
import { deliverable } from '#domain/process/outbox.ts';
import { executionName, type Run } from '#domain/process/run.ts';
import { instantInWords } from '../../access/instants.ts';
import { codeInWords } from '../../components/record/words.ts';
import type { Cell } from '../../components/table/table.ts';
import { noticeStateInWords } from '../notice/words.ts';
import { stopInWords } from '../stop-words.ts';
import { addresseeAsRole } from './lines.ts';
import { stepWords, caseWords as words } from './words.ts';

interface Fact {
  readonly what: string;
  readonly said: string;
}

/** Where a case or a support stands, in codes. */
export function factsOf(run: Run & { readonly status: string }, step: string | undefined): Fact[] {
  const { parked, outbox, task, updatedAt, moveBy, next } = run;
  const kind = task !== null && 'kind' in task ? String(task.kind) : undefined;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.status, codeInWords(run.status)],
    [words.step, step ?? codeInWords(next)],
    [words.stopped, parked ? stopInWords(parked.why) : undefined],
    [words.stoppedAt, parked ? instantInWords(parked.at) : undefined],
    [words.task, kind && codeInWords(kind)],
    [
      words.owed,
      deliverable(outbox)
        .map((message) => codeInWords(message.kind))
        .join(', ') || undefined,
    ],
    [words.changed, instantInWords(updatedAt)],
    [words.moveBy, next === 'DONE' ? undefined : instantInWords(moveBy)],
    [words.run, executionName(run)],
  ];
  return facts.flatMap(([what, said]) => (said === undefined ? [] : [{ what, said }]));
}

/** That a record is held back from erasure, and since when: never the reason, which someone typed. */
export function heldFact({ legalHold }: { readonly legalHold?: Case['legalHold'] }): Fact[] {
  return legalHold ? [{ what: words.held, said: words.heldSince(instantInWords(legalHold.since)) }] : [];
}

/** Each email with what became of it, the newest first. */
export function noticeRows(notices: readonly Notice[], hrefOf: (id: string) => string | undefined): Cell[][] {
  return notices
    .toSorted((one, other) => (one.claimedAt < other.claimedAt ? 1 : -1))
    .map((notice) => {
      const { id, kind, to, state, why, delivery, attempts, claimedAt, settledAt, possibleDuplicate } = notice;
      const came = [
        ...(delivery === undefined ? [] : [codeInWords(delivery)]),
        ...(why === undefined ? [] : [codeInWords(why)]),
      ];
      return [
        { text: codeInWords(kind), href: hrefOf(id) },
        { text: addresseeAsRole(to) },
        { text: noticeStateInWords(state), lines: possibleDuplicate ? [words.maybeTwice] : [] },
        { text: instantInWords(settledAt ?? claimedAt) },
        { text: `${attempts}` },
        { text: came.join(', ') },
      ];
    });
}

/** Each check by its number, with the version of the rules under which it was made. */
export function checkRows(checks: readonly StoredCheck[]): Cell[][] {
  return checks.map(({ n, at, policyVersion, outcome, reasons, flags }) => [
    { text: `${n}` },
    { text: instantInWords(at) },
    { text: `${policyVersion}` },
    { text: codeInWords(outcome) },
    { lines: [...reasons, ...flags].map((code) => codeInWords(code)) },
  ]);
}

interface LinkSources {
  readonly theCase: Case;
  readonly readings: readonly Reading[];
  readonly now: string;
  /** Where a new one is sent in its place. */
  readonly hrefOf?: (link: IssuedLink) => string | undefined;
}

/** The email in which a link went, the last of several: sent again, it brings a new one. */
export function noticeOfLink(
  notices: readonly Notice[],
  { purpose, to, taskId }: Pick<IssuedLink, 'purpose' | 'to' | 'taskId'>,
): Notice | undefined {
  return notices
    .filter((notice) => linkIn(notice) === purpose && notice.to === to && notice.taskId === taskId)
    .toSorted((one, other) => (one.claimedAt < other.claimedAt ? -1 : 1))
    .at(-1);
}

/** Each link that was issued, whether who got it has read the case since, and whether it still opens anything. */
export function linkRows(
  links: readonly IssuedLink[],
  { theCase, readings, now, hrefOf = () => undefined }: LinkSources,
): Cell[][] {
  return links.toReversed().map((link) => {
    const { purpose, taskId, to = '', issuedAt, until } = link;
    const used = readings.find(
      ({ at, by, taskId: task }) =>
        at >= issuedAt && (purpose !== 'TASK' || task === taskId) && isOf(actorCode(by), to),
    );
    const isOver = (until !== undefined && until <= now) || isRevoked(theCase, purpose, taskId);
    return [
      { text: codeInWords(purpose), href: hrefOf(link) },
      { text: to === '' ? '' : addresseeAsRole(to) },
      { text: instantInWords(issuedAt) },
      { text: until === undefined ? '' : instantInWords(until) },
      { text: used ? `${words.used}: ${instantInWords(used.at)}` : words.notUsed },
      { text: isOver ? words.dead : words.live },
    ];
  });
}

/** A link to a task is worth nothing once that task is decided or another is open; one to answer, while nothing is asked. */
function isRevoked({ task, status }: Case, purpose: string, taskId: string | undefined): boolean {
  if (purpose === 'TASK' && taskId !== undefined && /-T\d+$/.test(taskId)) {
    return task?.id !== taskId || task.decision !== undefined;
  }
  return purpose === 'ANSWER' ? status !== 'AWAITING_REFERRER' : purpose === 'STATUS' && !isOpen(status);
}

function isOf(reader: string, to: string): boolean {
  if (to.startsWith('PERSON:')) return reader === to;
  if (to.startsWith('FAMILY')) return reader === 'HOLDER:FAMILY';
  return to.startsWith('REFERRER') ? reader === 'HOLDER:REFERRER' : reader === 'HOLDER:OTHER_SERVICE';
}

/** What an execution did, as states and times. */
export function executionRows(steps: readonly ExecutionStep[]): Cell[][] {
  return steps.map(({ at, what, state = '', code }) => [
    { text: instantInWords(at) },
    { text: stepWords[what] },
    { text: state },
    { text: code === undefined ? '' : codeInWords(code) },
  ]);
}
