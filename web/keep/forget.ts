import type { HttpResponse } from '../http/message.ts';

/** The same answer, with which the browser removes everything that it keeps of our pages, in each of its tabs. */
export function forgetKept(answer: HttpResponse): HttpResponse {
  return { ...answer, headers: { ...answer.headers, 'clear-site-data': '"storage"' } };
}
