import { readForm } from '../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { isFromHere } from '../http/own-origin.ts';
import type { PageDeps } from './page.ts';
import { badFormPage, forgedPage } from './refusals.ts';

/** The fields of a form posted from one of our pages, or the page that refuses it: another site, too long, or unreadable. */
export function ownForm(
  deps: PageDeps,
  request: HttpRequest,
): { readonly fields: Readonly<Record<string, string>> } | HttpResponse {
  if (!isFromHere(request, deps.baseUrl)) return forgedPage(deps);
  const form = readForm(request);
  return 'status' in form ? badFormPage(deps, form) : form;
}
