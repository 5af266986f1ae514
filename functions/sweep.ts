import { intake } from '#domain/case/intake.ts';
import type { Policy } from '#domain/policy.ts';
import { DUE_KINDS } from '#domain/ports/indexes.ts';
import type { DueRow } from '#domain/ports/rows.ts';
import type { CountMetric, Log, Now, Workflow } from '#domain/ports/services.ts';
import type { CaseStore, Hints } from '#domain/ports/stores.ts';
import { casesAsAggregates } from './change-case.ts';
import { measure } from './sweep-measure.ts';
import { sweepRun } from './sweep-workflow.ts';

/** As much as one run takes on, and how much of it at once; the rest is due again in a minute. */
const BATCH = 1000;
const AT_ONCE = 10;

export interface SweepDeps {
  readonly cases: CaseStore;
  readonly hints: Hints;
  readonly workflow: Workflow;
  readonly settleNotice: (reference: string, noticeId: string) => Promise<void>;
  readonly sweepDraft: (draftId: string) => Promise<void>;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
  readonly count: CountMetric;
}

/**
 * Once a minute: starts what did not start, settles decisions whose undo window has passed, wakes what did not wake, settles
 * notices that were cut off, and parks what died. Everything is idempotent, and one case that cannot be mended never keeps
 * the others waiting.
 */
export function sweep(deps: SweepDeps): () => Promise<{ looked: number; failed: number }> {
  return async () => {
    const now = deps.now();
    const due = (await Promise.all(DUE_KINDS.map((kind) => deps.hints.due(kind, now, BATCH)))).flat();
    let failed = 0;
    for (let from = 0; from < due.length; from += AT_ONCE) {
      const looked = await Promise.all(due.slice(from, from + AT_ONCE).map((hint) => mended(deps, hint)));
      failed += looked.filter((isMended) => !isMended).length;
    }
    await measure(deps, failed);
    return { looked: due.length, failed };
  };
}

/** False, and a line in the log, when this one could not be mended now; it stays due. */
async function mended(deps: SweepDeps, hint: DueRow): Promise<boolean> {
  const reference = 'draftId' in hint ? hint.draftId : hint.reference;
  try {
    if ('draftId' in hint) await deps.sweepDraft(hint.draftId);
    else if ('noticeId' in hint) await deps.settleNotice(reference, hint.noticeId);
    else await sweepRun(deps, { process: intake, store: casesAsAggregates(deps.cases) }, reference);
    return true;
  } catch (error) {
    deps.log.error('sweep-failed', { reference, error: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}
