import type { RecordSeen } from '../../access/area-record.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { recordAt } from '../records/address.ts';
import { recordPage } from '../records/page.ts';
import { newCommentId } from './id.ts';
import { commentFaultWords } from './words.ts';

/** POST: a comment is kept, once, or the record is shown again with what was typed and what is wrong with it. */
export function postComment(deps: StaffDeps) {
  return async (access: RecordSeen, { comment = '', id = '' }: FormFields): Promise<HttpResponse> => {
    const { reference } = access.theCase;
    const wanted = /^[\w-]{22}$/.test(id) ? id : newCommentId(deps);
    const result = await deps.writeComment({ reference, id: wanted, by: access.actor, comment });
    if (result.kind === 'DONE') return seeOther(absoluteUrl(deps.baseUrl, `${recordAt(reference)}#comments`));
    const problems = inCommandWords(commentFaultWords, result.problems);
    return recordPage(deps, access, { status: 422, problems, comment });
  };
}
