import * as z from 'zod';

const MOST_SECONDS = 99_999_999;

const next = z.string().min(1);
const comment = z.string().optional();
const output = z.json().optional();
const assign = z.record(z.string(), z.json()).optional();
const errorEquals = z.array(z.string().min(1)).min(1);
const common = { Comment: comment, QueryLanguage: z.string().optional() };
const flow = { Next: next.optional(), End: z.literal(true).optional() };
const expression = z.string().regex(/^\{%.*%\}$/s, 'must be a number or a {% ... %} expression');
const positiveSeconds = z.int().min(1).max(MOST_SECONDS);

const retrier = z.strictObject({
  Comment: comment,
  ErrorEquals: errorEquals,
  IntervalSeconds: positiveSeconds.default(1),
  MaxAttempts: z.int().min(0).max(MOST_SECONDS).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});
const catcher = z.strictObject({
  Comment: comment,
  ErrorEquals: errorEquals,
  Next: next,
  Output: output,
  Assign: assign,
});
const rule = z.strictObject({
  Comment: comment,
  Condition: z.union([z.boolean(), z.string()]),
  Next: next,
  Output: output,
  Assign: assign,
});

export const stateFields = {
  Task: z.strictObject({
    Type: z.literal('Task'),
    ...common,
    ...flow,
    Resource: z.string(),
    Arguments: z.strictObject({ FunctionName: z.string().min(1), Payload: z.json().optional() }),
    Output: output,
    Assign: assign,
    TimeoutSeconds: z.union([positiveSeconds, expression]).optional(),
    Retry: z.array(retrier).default([]),
    Catch: z.array(catcher).default([]),
  }),
  Choice: z.strictObject({
    Type: z.literal('Choice'),
    ...common,
    Choices: z.array(rule).min(1),
    Default: next,
    Output: output,
    Assign: assign,
  }),
  Pass: z.strictObject({ Type: z.literal('Pass'), ...common, ...flow, Output: output, Assign: assign }),
  Wait: z.strictObject({
    Type: z.literal('Wait'),
    ...common,
    ...flow,
    Seconds: z.union([z.int().min(0).max(MOST_SECONDS), expression]).optional(),
    Timestamp: z.string().optional(),
    Output: output,
    Assign: assign,
  }),
  Succeed: z.strictObject({ Type: z.literal('Succeed'), ...common, Output: output }),
  Fail: z.strictObject({
    Type: z.literal('Fail'),
    ...common,
    Error: z.string().optional(),
    Cause: z.string().optional(),
  }),
};

export const machineFields = z.strictObject({
  Comment: comment,
  QueryLanguage: z.string().optional(),
  StartAt: z.string(),
  States: z.record(z.string(), z.unknown()),
  TimeoutSeconds: positiveSeconds.optional(),
  Version: z.literal('1.0').optional(),
});

type StateFields = typeof stateFields;
export type StateType = keyof StateFields;
export type State = { [T in StateType]: z.infer<StateFields[T]> }[StateType];
export type TaskState = z.infer<StateFields['Task']>;
export type ChoiceState = z.infer<StateFields['Choice']>;
export type PassState = z.infer<StateFields['Pass']>;
export type SucceedState = z.infer<StateFields['Succeed']>;
export type WaitState = z.infer<StateFields['Wait']>;
export type FailState = z.infer<StateFields['Fail']>;
export type Retrier = z.infer<typeof retrier>;

export function isStateType(type: unknown): type is StateType {
  return typeof type === 'string' && Object.hasOwn(stateFields, type);
}
