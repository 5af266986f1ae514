import type { FormDeps } from '../../deps.ts';
import { inspectSlot } from '../../files/inspect.ts';
import { slotAt } from '../../files/slot.ts';
import { type FileState, statesOf } from '../../files/states.ts';
import type { DraftRequest } from '../draft-request.ts';
import type { Step } from '../steps.ts';

/** The state of each file of one entry. Empty for an entry without files. */
export async function entryFiles(deps: FormDeps, { draft }: DraftRequest, step: Step): Promise<readonly FileState[]> {
  const slot = slotAt(draft.answers, step.page.path, String((step.index ?? 0) + 1));
  return slot ? statesOf(await inspectSlot(deps, draft, slot), deps.malwareScan === 'guardduty') : [];
}
