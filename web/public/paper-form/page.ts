import { areaSchema } from '#domain/referral/codes.ts';
import type { Field } from '../../form/engine/fields.ts';
import type { ListPage, Page, QuestionPage } from '../../form/engine/page-types.ts';
import { viewOf } from '../../form/engine/view.ts';
import { pages } from '../../form/pages/all.ts';
import { theReferrer } from '../../form/pages/before/the-referrer.ts';
import { areaFields } from '../../form/pages/development/area-fields.ts';
import { ages } from '../../form/pages/development/areas.ts';
import { declarations } from '../../form/paper/entered.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { PublicDeps } from '../deps.ts';
import { paperFormWords as words } from './words.ts';

export const PAPER_FORM_AT = '/paper-form';

/** Entries of a list that have room on the form; more go on another sheet. */
const ENTRIES = 2;

/** GET: every question of the form, to print and to fill in by hand. It holds nothing of anyone. */
export function getPaperForm(deps: PublicDeps) {
  return async (): Promise<HttpResponse> =>
    page(deps, {
      template: 'public/paper-form/paper-form.njk',
      title: words.title,
      data: { words, declared: declarations.referrer, parts: pages.filter((one) => one !== theReferrer).map(partOf) },
    });
}

/** One page of the form, as it stands on paper: with every question that it may ask. */
function partOf(one: Page) {
  const groups = one.kind === 'list' ? entriesOf(one) : [{ title: '', questions: questionsOf(one) }];
  return {
    ...{ title: one.title, lead: one.kind === 'list' ? [] : (one.lead ?? []), groups },
    more: one.kind === 'list' && one.most > ENTRIES ? words.more(one.entries) : '',
  };
}

function entriesOf({ fields, entry, most }: ListPage) {
  return Array.from({ length: Math.min(most, ENTRIES) }, (_, n) => ({
    title: words.each(entry, n + 1),
    questions: fields.map(asked),
  }));
}

/** Of each area the age alone: scores and cut-offs stand in the document. */
function questionsOf(one: QuestionPage) {
  const fields = one === ages ? areaSchema.options.map((area) => areaFields(area).age) : one.fields;
  return fields.map(asked);
}

const asked = (field: Field) => viewOf(field, {}, []);
