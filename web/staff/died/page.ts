import type { Case } from '#domain/case/case.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { say } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from '../facts/access.ts';
import { factPage } from '../facts/page.ts';
import { staffDiedWords, tellWords, undoDeathWords } from './words.ts';

interface TypedReason {
  readonly reason: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const UNTYPED: TypedReason = { reason: '', problems: [] };

/** GET: one button, and what it does; once it is recorded, who must be told and how to undo it. */
export function getStaffDied(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => {
    const { reference } = access;
    const theCase = await deps.cases.readCase(reference);
    if (!theCase) return notFound(deps);
    if (theCase.death) return recordedPage(deps, access, theCase, theCase.death, UNTYPED);
    const title = staffDiedWords.title(reference);
    return factPage(deps, access, { template: 'staff/died/died.njk', title, data: { words: staffDiedWords } });
  };
}

/** POST: recorded, once, by any member of staff who has work on the case, or by a service manager. */
export function postStaffDied(deps: StaffDeps) {
  return async (access: FactAccess): Promise<HttpResponse> => {
    const { reference, actor: by } = access;
    await deps.recordDeath({ reference, by });
    const theCase = await deps.cases.readCase(reference);
    if (!theCase?.death) return notFound(deps);
    return recordedPage(deps, access, theCase, theCase.death, UNTYPED);
  };
}

/** POST: one of those who must hear it was told. The page shows who is left. */
export function postToldOfDeath(deps: StaffDeps) {
  return async (access: FactAccess, { tell = '' }: FormFields): Promise<HttpResponse> => {
    const { reference } = access;
    await deps.toldOfDeath({ reference, id: tell, by: access.actor });
    const theCase = await deps.cases.readCase(reference);
    return theCase?.death ? recordedPage(deps, access, theCase, theCase.death, UNTYPED) : notFound(deps);
  };
}

/** POST of the undo: the case is as it was, or the page again with what is missing. */
export function postUndoDied(deps: StaffDeps) {
  return async (access: FactAccess, { reason = '' }: FormFields): Promise<HttpResponse> => {
    const { reference } = access;
    const result = await deps.undoDeath({ reference, by: access.actor, reason });
    const theCase = await deps.cases.readCase(reference);
    if (result.kind === 'INVALID' && theCase?.death) {
      const problems = inCommandWords(undoDeathWords, result.problems);
      return recordedPage(deps, access, theCase, theCase.death, { reason, problems });
    }
    if (result.kind === 'INVALID') return seeOther(absoluteUrl(deps.baseUrl, access.at));
    return say(deps, 200, staffDiedWords.undone(reference), ...staffDiedWords.undoneSays);
  };
}

async function recordedPage(
  deps: StaffDeps,
  access: FactAccess,
  { reference }: Case,
  death: NonNullable<Case['death']>,
  typed: TypedReason,
): Promise<HttpResponse> {
  const todos = await deps.todos.todosOf(reference);
  const open = todos.filter(({ kind, done }) => kind === 'TELL_OF_DEATH' && !done);
  const data = {
    ...typed,
    tell: open.map(({ id, why }) => ({ id, who: tellWords.get(why) ?? why })),
    by: actorInWords(death.by),
    at: instantInWords(death.at),
    words: staffDiedWords,
  };
  const status = typed.problems.length > 0 ? 422 : 200;
  const title = staffDiedWords.recorded(reference);
  return factPage(deps, access, { status, template: 'staff/died/recorded.njk', title, data });
}
