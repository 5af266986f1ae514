import type { LambdaHost } from './host.ts';

/** What the Lambda service itself refuses; Step Functions puts its name before these, and before nothing else. */
const OF_THE_SERVICE = new Set(['ResourceNotFoundException', 'ServiceException']);

/** Invokes as Step Functions does: a function's own errorType becomes the error's name unchanged, `Runtime.*` too. */
export function asStepFunctionsSees(invoke: LambdaHost['invoke']): LambdaHost['invoke'] {
  return async (target, event) => {
    const outcome = await invoke(target, event);
    if (outcome.ok || !OF_THE_SERVICE.has(outcome.errorType)) return outcome;
    return { ...outcome, errorType: `Lambda.${outcome.errorType}` };
  };
}
