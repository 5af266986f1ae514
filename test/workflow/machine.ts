import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import type { FunctionName } from '#functions/env.ts';
import { INTAKE } from '#lib/workflow/intake/intake.ts';
import { SUPPORT } from '#lib/workflow/support/support.ts';
import { Workflow } from '#lib/workflow/workflow.ts';

const arnOf = (name: string) => `arn:aws:lambda:eu-west-2:000000000000:function:${name}`;

const machineSchema = z.object({
  Properties: z.object({
    DefinitionString: z.object({
      'Fn::Join': z.tuple([
        z.literal(''),
        z.array(z.union([z.string(), z.object({ Ref: z.literal('AWS::Partition') })])),
      ]),
    }),
  }),
});

/** The definition of a state machine, as it is synthesised for a deployment, with each function under its own name. */
export function synthesisedDefinition(machine: 'intake' | 'support' = 'intake'): string {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new Stack(app, 'Test');
  const lambda = (name: FunctionName) => Lambda.fromFunctionArn(stack, name, arnOf(name));
  const functions = {
    'validate-referral': lambda('validate-referral'),
    'check-referral': lambda('check-referral'),
    'open-task': lambda('open-task'),
    'remind-people': lambda('remind-people'),
    'list-child': lambda('list-child'),
    'tell-people': lambda('tell-people'),
    'park-case': lambda('park-case'),
    'follow-support': lambda('follow-support'),
    'open-offer': lambda('open-offer'),
    'tell-of-offer': lambda('tell-of-offer'),
  };
  if (machine === 'intake') new Workflow(stack, 'Workflow', { ...INTAKE, functions, logRetentionDays: 30 });
  else new Workflow(stack, 'Support', { ...SUPPORT, functions, logRetentionDays: 30 });
  const found = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  const [, parts] = machineSchema.parse(found[0]).Properties.DefinitionString['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : 'aws')).join('');
}

/** The name of the function behind an ARN of this machine. */
export function functionNameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}
