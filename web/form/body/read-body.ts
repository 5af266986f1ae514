import { areaSchema } from '#domain/referral/codes.ts';
import { type Field, firstNameOf } from '../engine/fields.ts';
import { type Answers, meaningOf, put } from '../engine/read-answers.ts';
import { pagesFor, stepsIn } from '../engine/steps.ts';
import { slotsIn } from '../files/slot.ts';
import { eha } from '../pages/before/eha.ts';
import { areaFields } from '../pages/development/areas.ts';
import { assessedOnField, givenIn, toolField, toolNameField } from '../pages/development/tool.ts';

/** A referral as the answers say it, and which input stands for which of its paths. */
export interface ReadBody {
  readonly body: unknown;
  readonly inputs: ReadonlyMap<string, string>;
}

const empty: unknown = {
  child: {},
  referrer: {},
  family: { parents: [] },
  consent: {},
  availability: {},
  assessments: [],
  evidence: [],
  otherInterventions: [],
};

const known = new WeakMap<Answers, ReadBody>();

/** The referral that the answers make, right or wrong: the domain judges it. Read once for each set of answers. */
export function readBody(answers: Answers): ReadBody {
  const read = known.get(answers) ?? readAll(answers);
  known.set(answers, read);
  return read;
}

function readAll(answers: Answers): ReadBody {
  let body = empty;
  const inputs = new Map<string, string>();
  for (const page of pagesFor(answers).filter(({ section }) => section !== 'Development')) {
    for (const step of stepsIn(page, answers)) {
      if (page.kind === 'list') body = put(body, `${page.root}[${step.index ?? 0}]`, {});
      for (const field of step.fields) {
        inputs.set(field.path, firstNameOf(field));
        const value = page === eha ? undefined : meaningOf(field, answers);
        if (value !== undefined) body = put(body, field.path, value);
      }
    }
  }
  for (const { path, value } of filesIn(answers)) if (value !== undefined) body = put(body, path, value);
  for (const [index, assessment] of assessmentsIn(answers).entries()) {
    for (const { key, input, value } of assessment) {
      const path = `assessments[${index}].${key}`;
      inputs.set(path, input);
      if (value !== undefined) body = put(body, path, value);
    }
  }
  return { body, inputs };
}

/** The files of each document. Of the early help assessment the referral holds the document with its date, or nothing. */
function filesIn(answers: Answers): readonly { readonly path: string; readonly value: unknown }[] {
  return slotsIn(answers).flatMap(({ root, evidenceIds: [first, ...further] }) => {
    const dated = eha.fields.filter(({ kind, path }) => kind === 'date' && path.startsWith(`${root}.`));
    const more = dated.map((field) => ({ path: field.path, value: meaningOf(field, answers) }));
    const pages = { path: `${root}.furtherPages`, value: further };
    return [{ path: `${root}.evidenceId`, value: first }, ...(further.length > 0 ? [pages] : []), ...more];
  });
}

interface Part {
  readonly key: string;
  readonly input: string;
  readonly value: unknown;
}

/** The areas that were assessed, in the order of the schema, each with the tool, and with the date of all unless it has its own. */
function assessmentsIn(answers: Answers): Part[][] {
  const given = givenIn(answers);
  const shared = [part('tool', toolField, answers), part('toolName', toolNameField, answers)];
  const assessedOn = part('assessedOn', assessedOnField, answers);
  return areaSchema.options.flatMap((area) => {
    const { age, score, cutOff, on } = areaFields(area);
    const ages = given.ages ? [part('developmentalAgeMonths', age, answers)] : [];
    const scores = given.scores ? [part('score', score, answers), part('cutOff', cutOff, answers)] : [];
    const own = [...ages, ...scores];
    if (own.every(({ value }) => value === undefined)) return [];
    const other = part('assessedOn', on, answers);
    const date = other.value === undefined ? assessedOn : other;
    return [[{ key: 'area', input: own[0]?.input ?? '', value: area }, ...own, ...shared, date]];
  });
}

function part(key: string, asked: Field, answers: Answers): Part {
  return { key, input: firstNameOf(asked), value: meaningOf(asked, answers) };
}
