import * as z from 'zod';
import type { Resolver } from './resolve.ts';
import { AssemblyError, type Template } from './template.ts';

export type RuleTarget = {
  functionName: string;
  input?: unknown;
  transformer?: { paths: Record<string, string>; template: string };
};
export type RuleSpec = {
  name: string;
  arn: string;
  schedule?: string;
  pattern?: Record<string, unknown>;
  targets: RuleTarget[];
};

const targetsSchema = z.array(
  z.object({
    Arn: z.string(),
    Input: z.string().optional(),
    InputTransformer: z
      .object({ InputPathsMap: z.record(z.string(), z.string()).default({}), InputTemplate: z.string() })
      .optional(),
  }),
);
const patternSchema = z.record(z.string(), z.unknown());

/** Reads every enabled EventBridge rule that calls a Lambda function; other targets have no counterpart here. */
export function ruleSpecs(
  template: Template,
  property: Resolver,
  names: (id: string) => { name: string; arn: string },
) {
  const rules: RuleSpec[] = [];
  for (const [id, resource] of Object.entries(template.Resources)) {
    if (resource.Type !== 'AWS::Events::Rule' || property(id, 'State') === 'DISABLED') continue;
    const targets = lambdaTargets(id, property(id, 'Targets') ?? []);
    if (targets.length === 0) continue;
    const schedule = property(id, 'ScheduleExpression');
    const pattern = patternSchema.safeParse(property(id, 'EventPattern')).data;
    rules.push({
      ...names(id),
      ...(typeof schedule === 'string' ? { schedule } : {}),
      ...(pattern === undefined ? {} : { pattern }),
      targets,
    });
  }
  return rules;
}

function lambdaTargets(logicalId: string, value: unknown): RuleTarget[] {
  const targets = targetsSchema.safeParse(value);
  if (!targets.success) throw new AssemblyError(`${logicalId}.Targets: a target without an ARN.`);
  return targets.data.flatMap((target) => {
    const functionName = /:lambda:.*:function:([^:]+)/.exec(target.Arn)?.[1];
    if (functionName === undefined) return [];
    const { Input: input, InputTransformer: transformer } = target;
    if (input !== undefined) return [{ functionName, input: JSON.parse(input) }];
    if (transformer === undefined) return [{ functionName }];
    return [{ functionName, transformer: { paths: transformer.InputPathsMap, template: transformer.InputTemplate } }];
  });
}
