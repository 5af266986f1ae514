import { type Field, namesOf } from '../../../form/engine/fields.ts';
import type { Mistake } from '../../../form/engine/mistake-words.ts';
import { viewOf } from '../../../form/engine/view.ts';
import { AREAS_TITLE, askedAreas } from '../../../form/pages/development/asked-areas.ts';
import type { FormFields } from '../../../http/form-body.ts';
import type { HttpResponse } from '../../../http/message.ts';
import { type PageDeps, page } from '../../../layout/page.ts';
import { toolFields } from './fields.ts';
import { agesWords } from './words.ts';

/** A page of the form's own questions inside an answer. Everything else that was typed comes along, hidden. */
interface AgesPage {
  readonly title: string;
  readonly lead: readonly string[];
  readonly asked: readonly Field[];
  /** What its button does next. */
  readonly next: 'ages' | 'keep';
}

const toolPage: AgesPage = {
  title: 'How was development assessed?',
  lead: [agesWords.counts],
  asked: toolFields,
  next: 'ages',
};

const areasPage = (fields: FormFields): AgesPage => ({
  title: AREAS_TITLE,
  lead: [agesWords.blank],
  asked: askedAreas(fields),
  next: 'keep',
});

/** The page on which the first mistake can be corrected: about the assessment, or about an area. */
export function agesPage(
  deps: PageDeps,
  { path, csrf }: { readonly path: string; readonly csrf: string },
  fields: FormFields,
  at: 'tool' | 'areas',
  mistakes: readonly Mistake[] = [],
): HttpResponse {
  const { title, lead, asked, next } = at === 'tool' ? toolPage : areasPage(fields);
  const names = asked.flatMap(namesOf);
  const isOther = ([name]: readonly [string, string]) => !names.includes(name) && name !== 'csrf' && name !== 'do';
  const data = {
    lead,
    questions: asked.map((field) => viewOf(field, fields, mistakes)),
    hidden: Object.entries(fields).filter(isOther),
    problems: mistakes,
    next,
    button: next === 'keep' ? agesWords.keep : agesWords.toAreas,
    without: agesWords.without,
    path,
    csrf,
  };
  const status = mistakes.length > 0 ? 422 : 200;
  return page(deps, { status, template: 'referral/answer/ages/ages.njk', title, data });
}

/** Which page has the question that a mistake is about. */
export function pageWith(mistakes: readonly Mistake[]): 'tool' | 'areas' {
  const names = toolFields.flatMap(namesOf);
  return mistakes.some(({ path }) => names.includes(path)) ? 'tool' : 'areas';
}
