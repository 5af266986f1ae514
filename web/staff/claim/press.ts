import type { ClaimResult } from '#application/triage/claim-task.ts';
import { referenceOfTask } from '#domain/case/task.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { openAsked } from '../queue/open.ts';
import { queueWords } from '../queue/words.ts';
import { claimWords } from './words.ts';

/** What came of a button beside a task: another page, a sentence that says why nothing changed, or that it is done. */
export type Pressed = { readonly to: HttpResponse } | { readonly notice: string } | 'DONE';

/** Opens, claims or releases the task that a button names. */
export async function pressed(
  deps: StaffDeps,
  access: AreaAccess,
  { open, claim, release }: FormFields,
  request: HttpRequest,
): Promise<Pressed> {
  if (open !== undefined) {
    const to = await openAsked(deps, access, request, open);
    return to ? { to } : { notice: queueWords.askedOfOthers(referenceOfTask(open) ?? '') };
  }
  if (claim !== undefined) return said(await deps.claimTask(claim, access.person), claim);
  return release === undefined ? 'DONE' : said(await deps.releaseTask(release, access.person), release);
}

function said(result: ClaimResult, taskId: string): Pressed {
  if (result.kind === 'TAKEN') return { notice: claimWords.first(actorInWords(result.by), instantInWords(result.at)) };
  return result.kind === 'DONE' ? 'DONE' : { notice: claimWords.closed(referenceOfTask(taskId) ?? '') };
}
