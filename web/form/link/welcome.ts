import { admit } from '../../access/admit-to-draft.ts';
import type { DraftLink } from '../../access/draft-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { birthDateIn } from '../body/partial-assessment.ts';
import { readBody } from '../body/read-body.ts';
import type { FormDeps } from '../deps.ts';

/** The date of birth to ask for. Without one, a code is asked instead. */
export function birthDateOf({ draft }: DraftLink): string | undefined {
  return birthDateIn(readBody(draft.answers).body);
}

/** Opens the draft in this browser and records a reading, because a draft can name a child. */
export async function welcome(
  deps: FormDeps,
  request: HttpRequest,
  { draft, mailbox, actor: by }: DraftLink,
): Promise<HttpResponse> {
  const reading = { reference: draft.id, at: deps.now(), by, what: 'SESSION_OPENED' };
  const [cookies] = await Promise.all([admit(deps, request, draft.id, mailbox), deps.access.recordReading(reading)]);
  return seeOther(absoluteUrl(deps.baseUrl, `/refer/${draft.id}`), cookies);
}
