import type { ExecutionControl, Executions } from '#domain/ports/executions.ts';
import type { Workflow } from '#domain/ports/services.ts';
import { createExecutionControl } from '../step-functions/execution-control.ts';
import { createExecutions } from '../step-functions/executions.ts';
import { createWorkflow } from '../step-functions/workflow.ts';

/** Both state machines, for who starts and watches what lives in either. */
export function composeWorkflows(env: MachinesEnv): Workflow {
  return createWorkflow({ stateMachineArns: arnsOf(env) });
}

/** What executions of both did, for who looks at a case. */
export function composeExecutions(env: MachinesEnv): { readonly executions: Executions } {
  return { executions: createExecutions({ stateMachineArns: arnsOf(env) }) };
}

/** How executions of both stand, for who compares them with the records. */
export function composeExecutionControl(env: MachinesEnv): { readonly executions: ExecutionControl } {
  return { executions: createExecutionControl({ stateMachineArns: arnsOf(env) }) };
}

interface MachinesEnv {
  readonly STATE_MACHINE_ARN: string;
  readonly SUPPORT_MACHINE_ARN: string;
}

const arnsOf = (env: MachinesEnv) => ({ intake: env.STATE_MACHINE_ARN, support: env.SUPPORT_MACHINE_ARN });
