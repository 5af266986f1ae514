import type { Workflow } from '#domain/ports/services.ts';
import { createWorkflow } from '../step-functions/workflow.ts';

/** Both state machines, for who starts and watches what lives in either. */
export function composeWorkflows(env: { STATE_MACHINE_ARN: string; SUPPORT_MACHINE_ARN: string }): Workflow {
  return createWorkflow({
    stateMachineArns: { intake: env.STATE_MACHINE_ARN, support: env.SUPPORT_MACHINE_ARN },
  });
}
