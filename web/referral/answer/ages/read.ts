import type { Referral } from '#domain/referral/schema.ts';
import { validateReferral } from '#domain/referral/validate.ts';
import { partialReferral } from '../../../form/body/partial-assessment.ts';
import { put } from '../../../form/engine/codec.ts';
import { type Answers, type Field, firstNameOf } from '../../../form/engine/fields.ts';
import { type Mistake, mistakeAt } from '../../../form/engine/mistake-words.ts';
import { askedAreas } from '../../../form/pages/development/asked-areas.ts';
import { development } from '../../../form/pages/development/codec.ts';
import { givenIn } from '../../../form/pages/development/tool.ts';
import { toolFields } from './fields.ts';
import { agesWords } from './words.ts';

/** The referral's own body, for the date of birth, and the day of the answer: no area was assessed after it. */
export interface AskedOf {
  readonly body: unknown;
  readonly today: string;
}

export interface ReadAreas {
  readonly mistakes: readonly Mistake[];
  /** A referral with these areas and without other findings; undefined while anything is wrong. */
  readonly referral?: Referral;
}

/** What was typed of the assessment before any area is: as the form checks it. */
export function readTool(answers: Answers, at: AskedOf): readonly Mistake[] {
  const [tool] = toolFields;
  if (tool && !(answers[tool.path] ?? '')) return [mistakeAt(tool, { rule: 'missing', params: {} }, answers)];
  const probe = { 'development.locomotor.age': '1', 'development.locomotor.score': '1' };
  return read({ ...answers, ...probe }, at, toolFields).mistakes;
}

/** The areas that were typed, by the schema and the rules of a referral, with their words for what is wrong. */
export function readAreas(answers: Answers, at: AskedOf): ReadAreas {
  const ofTool = readTool(answers, at);
  if (ofTool.length > 0) return { mistakes: ofTool };
  const fields = askedAreas(answers);
  const [first] = fields;
  const { ages, scores } = givenIn(answers);
  const isEmpty = !(ages || scores) || development.parse(answers).length === 0;
  if (first && isEmpty) return { mistakes: [{ path: firstNameOf(first), message: agesWords.none }] };
  return read(answers, at, fields);
}

function read(answers: Answers, { body, today }: AskedOf, fields: readonly Field[]): ReadAreas {
  const given = development.parse(answers);
  const inputs = new Map(given.map(({ path, input }) => [path, input]));
  const values = given.filter(({ value }) => value !== undefined);
  const none = put(body, 'assessments', []);
  const typed = values.reduce<unknown>((tree, { path, value }) => put(tree, path, value), none);
  const validated = validateReferral(partialReferral(typed, ['assessments'], today), today);
  if (validated.ok) return { mistakes: [], referral: validated.referral };
  const mistakes = fields.flatMap((field) => {
    const broken = validated.problems.find(({ path }) => (inputs.get(path) ?? path) === firstNameOf(field));
    return broken ? [mistakeAt(field, broken, answers)] : [];
  });
  return { mistakes };
}
