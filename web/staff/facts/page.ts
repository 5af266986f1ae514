import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { type PageSpec, page } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import type { FactAccess } from './access.ts';

/** What a page about a fact shows beside the fact: what was typed, what is wrong with it, and what became of it. */
export interface FactShown {
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly note: string;
  readonly status: number;
}

/** The page as it is first opened. */
export const FRESH: FactShown = { form: {}, problems: [], note: '', status: 200 };

/** A page on which staff record a fact about a referral: with its form's hidden fields and the way back. */
export function factPage(deps: StaffDeps, { csrf, taskId, at, reference }: FactAccess, spec: PageSpec): HttpResponse {
  return page(deps, { ...spec, data: { ...spec.data, csrf, taskId, at, reference } });
}

/** On to what is shown of a child who has died, where nothing else is recorded. */
export function onToDied(deps: StaffDeps, { at }: FactAccess): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, `${at}/died`));
}
