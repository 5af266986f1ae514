import type { Execution } from './execution.ts';
import { isMoving } from './moving.ts';

/** Executions in motion, as they are stored: what waits for someone outside is read again once that one has come. */
export interface Memory {
  /** A copy that may be changed. */
  get(arn: string): Execution | undefined;
  /** Takes what has just become durable; its owner changes it no more. */
  put(execution: Execution): void;
}

export function createMemory(): Memory {
  const moving = new Map<string, Execution>();
  return {
    get: (arn) => {
      const execution = moving.get(arn);
      return execution && copyOf(execution);
    },
    put: (execution) => {
      if (isMoving(execution)) moving.set(execution.arn, execution);
      else moving.delete(execution.arn);
    },
  };
}

/** As deep as the interpreter changes anything; JSON values are shared, since they are only ever replaced. */
function copyOf(execution: Execution): Execution {
  const { state, variables } = execution;
  const copied = { ...state, retriesByRetrier: [...state.retriesByRetrier] };
  return { ...execution, state: copied, variables: { ...variables } };
}
