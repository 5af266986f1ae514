import { familyAnswerSchema } from '#domain/support/offer.ts';
import { ringTodoId } from '#domain/support/rung.ts';
import type { Support } from '#domain/support/support.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { placeAt } from '../place/address.ts';
import { visitsAt } from '../visits/address.ts';
import { childOfferAt, OFFERS_AT } from './address.ts';
import { childOfferView } from './offer-view.ts';
import { staffAnswers, startFaultWords, offersWords as words } from './words.ts';

interface Shown {
  readonly status: number;
  readonly form: FormFields;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly notice: string;
}

const LONGEST = 1000;
const nothingTyped = { form: {}, problems: [] } as const;

/** GET: what a child was offered and how it stands, with the form that fits. It names no one. */
export function getChildOffer(deps: StaffDeps) {
  return (access: AreaAccess, { reference = '' }: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const saved = query.done === 'yes' ? words.saved : '';
    const notice = query.done === 'offered' ? words.made : saved;
    return childPage(deps, access, reference, { ...nothingTyped, status: 200, notice });
  };
}

/** POST: what the family answered, or the day on which support began. Who was first is said, and nothing typed is lost. */
export function postChildOffer(deps: StaffDeps) {
  return (access: AreaAccess, form: FormFields, { reference = '' }: Parameters): Promise<HttpResponse> =>
    form.change === 'START' ? start(deps, access, form, reference) : answer(deps, access, form, reference);
}

async function answer(deps: StaffDeps, access: AreaAccess, form: FormFields, reference: string): Promise<HttpResponse> {
  const { offer = '', answer: typed = '', text = '' } = form;
  const what = familyAnswerSchema.safeParse(typed).data;
  const problems = [
    ...(what === undefined ? [{ path: 'answer', message: words.choose }] : []),
    ...(text.length > LONGEST ? [{ path: 'text', message: words.tooLong }] : []),
  ];
  if (what === undefined || problems.length > 0)
    return childPage(deps, access, reference, { status: 422, form, problems, notice: '' });
  const given = { offer, what, way: 'STAFF', by: access.actor, text: text.trim() } as const;
  const { kind } = await deps.answerOffer(reference, given);
  if (kind === 'UNKNOWN') return notFound(deps);
  if (kind === 'TOO_LATE')
    return childPage(deps, access, reference, { status: 409, form, problems: [], notice: words.late });
  return saved(deps, reference);
}

async function start(deps: StaffDeps, access: AreaAccess, form: FormFields, reference: string): Promise<HttpResponse> {
  const result = await deps.recordStart(reference, access.actor, { on: enteredOn(form) });
  if (result.kind === 'RECORDED') return saved(deps, reference);
  const problems = result.kind === 'INVALID' ? inDatedWords(startFaultWords, result.problems, form) : [];
  const isWrong = problems.length > 0;
  return childPage(deps, access, reference, {
    ...{ status: isWrong ? 422 : 409, form, problems, notice: isWrong ? '' : words.notAccepted },
  });
}

function saved(deps: StaffDeps, reference: string): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, `${childOfferAt(reference)}?done=yes`));
}

async function childPage(
  deps: StaffDeps,
  access: AreaAccess,
  reference: string,
  { status, ...shown }: Shown,
): Promise<HttpResponse> {
  const [theCase, read] = await Promise.all([deps.cases.readWholeCase(reference), deps.readChildOffer(reference)]);
  if (!theCase) return notFound(deps);
  return areaPage(deps, access, {
    ...{ here: OFFERS_AT, template: 'staff/offers/child.njk', status, title: words.child(reference) },
    data: {
      ...{ ...shown, words, answers: staffAnswers, at: childOfferAt(reference) },
      ...{ offersAt: OFFERS_AT, placeAt: placeAt(reference), visitsAt: visitsAt(reference) },
      view: read ? childOfferView(read) : undefined,
      ring: read ? await openRing(deps, read.support) : '',
    },
  });
}

/** The open TODO to call the family; empty where there is none. */
async function openRing(deps: StaffDeps, support: Support): Promise<string> {
  const id = ringTodoId(support);
  const todo = id === undefined ? undefined : await deps.todos.readTodo(support.reference, id);
  return todo && !todo.done ? todo.id : '';
}
