import type { MachineProps } from '../workflow.ts';
import { flow } from './flow.ts';
import { WORKFLOW_FUNCTIONS } from './states.ts';

/** The machine that takes each referral from acceptance to its end. */
export const INTAKE: MachineProps<(typeof WORKFLOW_FUNCTIONS)[number]> = {
  ...{ machine: 'intake', logicalId: 'ReferralWorkflow', comment: 'The road of a referral' },
  ...{ invokes: WORKFLOW_FUNCTIONS, flow },
};
