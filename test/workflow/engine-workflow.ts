import * as z from 'zod';
import type { Workflow } from '#domain/ports/services.ts';
import type { Engine } from '#local/step-functions/engine.ts';

export const MACHINE_ARN = 'arn:aws:states:eu-west-2:000000000000:stateMachine:referral';
/** The machine of what follows the list. */
export const SUPPORT_ARN = 'arn:aws:states:eu-west-2:000000000000:stateMachine:support';
const EXECUTION = 'arn:aws:states:eu-west-2:000000000000:execution:';

const arnOf = (machine: string) => (machine === 'support' ? SUPPORT_ARN : MACHINE_ARN);
const executionArn = (machine: string, name: string) =>
  `${EXECUTION}${machine === 'support' ? 'support' : 'referral'}:${name}`;

const faultSchema = z.object({ __type: z.string() });
const stateSchema = z.object({ status: z.string() });

/** The workflow port straight onto the engine's protocol, without a network between. */
export function engineWorkflow(engine: Engine): Workflow {
  const ask = async (action: string, input: unknown): Promise<unknown> => {
    const { status, body } = await engine.handle(`AWSStepFunctions.${action}`, JSON.stringify(input));
    const answer: unknown = JSON.parse(body);
    if (status === 200) return answer;
    const name = faultSchema.parse(answer).__type.split('#').at(-1) ?? '';
    const fault = new Error(name);
    fault.name = name;
    throw fault;
  };
  const instead = async <T>(names: readonly string[], value: T, asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Error && names.includes(error.name)) return value;
      throw error;
    }
  };
  return {
    start: ({ machine, name, reference }) =>
      instead(
        ['ExecutionAlreadyExists'],
        'EXISTS',
        ask('StartExecution', {
          stateMachineArn: arnOf(machine),
          name,
          input: JSON.stringify({ referralId: reference }),
        }).then(() => 'STARTED' as const),
      ),
    wake: (taskToken, output) =>
      instead(
        ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'],
        'CLOSED',
        ask('SendTaskSuccess', { taskToken, output: JSON.stringify(output) }).then(() => 'WOKEN' as const),
      ),
    state: ({ machine, name }) =>
      instead(
        ['ExecutionDoesNotExist'],
        'UNKNOWN',
        ask('DescribeExecution', { executionArn: executionArn(machine, name) }).then((answer) =>
          stateSchema.parse(answer).status === 'RUNNING' ? ('RUNNING' as const) : ('ENDED' as const),
        ),
      ),
  };
}

/** Stops an execution from outside, as an operator could. */
export async function stopExecution(engine: Engine, name: string): Promise<void> {
  const answer = await engine.handle(
    'AWSStepFunctions.StopExecution',
    JSON.stringify({ executionArn: executionArn(/-support-\d+$/.test(name) ? 'support' : 'intake', name) }),
  );
  if (answer.status !== 200) throw new Error(answer.body);
}
