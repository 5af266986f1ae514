import { type FormFields, readForm } from '../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { isFromHere } from '../http/own-origin.ts';
import type { PageDeps } from './page.ts';
import { badFormPage, forgedPage } from './refusals.ts';

/** The page for text that is too long. It shows what was typed. */
export type TooLong = (typed: FormFields) => HttpResponse;

/** The fields of a form posted from one of our pages, or the page that refuses it: another site, too long, or unreadable. */
export function ownForm(
  deps: PageDeps,
  request: HttpRequest,
  tooLong?: TooLong,
): { readonly fields: FormFields } | HttpResponse {
  if (!isFromHere(request, deps.baseUrl)) return forgedPage(deps);
  const form = readForm(request);
  if (!('status' in form)) return form;
  return tooLong && form.typed ? tooLong(form.typed) : badFormPage(deps, form);
}
