import { areaSchema } from '#domain/referral/codes.ts';
import { type Field, firstNameOf } from './fields.ts';
import { slotsIn } from './file/slot.ts';
import { eha } from './pages/before/eha.ts';
import { ageField, cutOffField, scoreField } from './pages/development/areas.ts';
import { tool } from './pages/development/tool.ts';
import { type Answers, meaningOf, put } from './read-answers.ts';
import { pagesFor, stepsIn } from './steps.ts';

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

/** The areas that were assessed, in the order of the schema, each with the tool and the date of all of them. */
function assessmentsIn(answers: Answers): Part[][] {
  const asked = new Set(pagesFor(answers).map(({ path }) => path));
  const shared = [
    part('tool', field('development.tool'), answers),
    part('assessedOn', field('development.assessedOn'), answers),
  ];
  return areaSchema.options.flatMap((area) => {
    const own = [
      ...(asked.has('ages') ? [part('developmentalAgeMonths', ageField(area), answers)] : []),
      ...(asked.has('scores')
        ? [part('score', scoreField(area), answers), part('cutOff', cutOffField(area), answers)]
        : []),
    ];
    const isAssessed = own.some(({ value }) => value !== undefined);
    return isAssessed ? [[{ key: 'area', input: own[0]?.input ?? '', value: area }, ...own, ...shared]] : [];
  });
}

function field(path: string): Field {
  const found = tool.fields.find((one) => one.path === path);
  if (!found) throw new Error(`The page of the tool does not ask for ${path}.`);
  return found;
}

function part(key: string, asked: Field, answers: Answers): Part {
  return { key, input: firstNameOf(asked), value: meaningOf(asked, answers) };
}
