import type { MachineProps } from '../workflow.ts';
import { flow } from './flow.ts';
import { SUPPORT_FUNCTIONS } from './states.ts';

/** The machine that takes a child from each offer to the end of support. */
export const SUPPORT: MachineProps<(typeof SUPPORT_FUNCTIONS)[number]> = {
  ...{ machine: 'support', logicalId: 'SupportWorkflow', comment: 'From an offer to the end of support' },
  ...{ invokes: SUPPORT_FUNCTIONS, flow },
};
