import * as z from 'zod';
import { type Condition, type Context, condition } from './condition.ts';
import { IamError } from './iam-error.ts';
import { type Matches, pattern } from './pattern.ts';
import { type Principals, principalSchema } from './principal.ts';

export type Statement = {
  /** Its policy and its number there, for people. */
  place: string;
  effect: 'Allow' | 'Deny';
  /** As the template lists them; with `NotAction` what the statement leaves out. */
  actions: string[];
  isAbout(action: string, resource: string): boolean;
  conditions: Condition[];
  /** Of a resource's own policy only. */
  principals?: Principals;
};

const texts = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());
const values = z
  .union([z.string(), z.boolean(), z.array(z.union([z.string(), z.boolean()]))])
  .transform((one) => [one].flat().map(String));

const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: texts.optional(),
  NotAction: texts.optional(),
  Resource: texts,
  Principal: principalSchema.optional(),
  Condition: z.record(z.string(), z.record(z.string(), values)).default({}),
});
const documentSchema = z.object({ Statement: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]) });

/** Compiles every statement of a policy document, references resolved; throws IamError for what it cannot hold people to. */
export function statements(policy: string, document: unknown): Statement[] {
  const { Statement } = documentSchema.parse(document);
  return Statement.map((each, index) => compile(`${policy} statement ${index + 1}`, each));
}

function compile(place: string, written: unknown): Statement {
  const other = Object.keys(Object(written)).find((element) => !(element in statementSchema.shape));
  if (other !== undefined) throw new IamError(`${place}: it uses the element ${other}`);
  if (JSON.stringify(written).includes('${')) throw new IamError(`${place}: it uses a policy variable`);
  const parsed = statementSchema.safeParse(written);
  if (!parsed.success) throw new IamError(`${place}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
  const { Effect, Action, NotAction, Resource, Principal, Condition: conditions } = parsed.data;
  if ((Action === undefined) === (NotAction === undefined))
    throw new IamError(`${place}: it has not one of Action and NotAction`);
  const named = anyOf((Action ?? NotAction ?? []).map((one) => pattern(one, 'i')));
  const resources = anyOf(Resource.map((one) => pattern(one)));
  return {
    place,
    effect: Effect,
    actions: Action ?? NotAction ?? [],
    isAbout: (action, resource) => named(action) === (Action !== undefined) && resources(resource),
    conditions: Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, wanted]) => condition(place, operator, key, wanted)),
    ),
    ...(Principal === undefined ? {} : { principals: Principal }),
  };
}

function anyOf(patterns: Matches[]): Matches {
  return (text) => patterns.some((matches) => matches(text));
}

/** The conditions of a statement that this call does not meet. */
export function unmet({ conditions }: Statement, context: Context): Condition[] {
  return conditions.filter((one) => !one.holds(context));
}
