import { describeService } from '#domain/service/description.ts';
import { beginDraft } from '../../access/begun.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import { type Field, labelOf } from '../engine/fields.ts';
import { isHoneypotFilled } from '../engine/honeypot.ts';
import { viewOf } from '../engine/view.ts';

const who: Field = {
  kind: 'choice',
  path: 'who',
  called: 'you are referring this child as part of your job',
  label: 'Are you referring this child as part of your job?',
  options: [
    { value: 'professional', label: 'Yes, I work with the child or the family' },
    { value: 'parent', label: 'No, I am a parent, carer or relative' },
  ],
};

/** GET: the first question. It stores nothing and sets no cookie. */
export function getStart(deps: FormDeps) {
  return async (): Promise<HttpResponse> => startPage(deps, '');
}

/** POST: a professional gets a new draft, which is stored with its first answer. A parent sees who can refer. */
export function postStart(deps: FormDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    if (form.fields.who === 'parent') return seeOther(absoluteUrl(deps.baseUrl, '/refer/family'));
    if (form.fields.who !== 'professional')
      return startPage(deps, 'Select yes if you are referring this child as part of your job');
    const { id, cookie } = beginDraft(deps, isHoneypotFilled(form.fields));
    return seeOther(absoluteUrl(deps.baseUrl, `/refer/${id}/risk`), [cookie]);
  };
}

function startPage(deps: FormDeps, message: string): HttpResponse {
  const problems =
    message === '' ? [] : [{ path: 'who', called: 'you are referring this child as part of your job', message }];
  const data = { question: viewOf(who, {}, problems), problems, emergencyNumbers: deps.config.emergencyNumbers };
  const status = message === '' ? 200 : 422;
  return page(deps, { status, template: 'form/start/start.njk', title: labelOf(who), data });
}

/** GET: who can refer a child, and who a parent can call. */
export function getFamily(deps: Pick<FormDeps, 'config' | 'policy' | 'baseUrl'>) {
  return async (): Promise<HttpResponse> => {
    const { who } = describeService(deps.policy, deps.config.description).referring;
    return page(deps, { template: 'form/start/family.njk', title: 'How parents and carers get help', data: { who } });
  };
}
