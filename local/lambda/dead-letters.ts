import type { FunctionSpec } from '../assembly/functions.ts';
import type { Access } from '../iam/access.ts';

/**
 * What Lambda does with an event that a function has failed for good: it goes to the function's dead-letter queue, in
 * the function's role. There is no queue here, so a line in the log takes its place.
 */
export function deadLetters(
  functions: ReadonlyMap<string, FunctionSpec>,
  access: Access,
  log: (functionName: string, text: string) => void,
): (functionName: string) => void {
  return (functionName) => {
    const queue = functions.get(functionName)?.deadLetters;
    if (queue === undefined) return;
    const sentence = access.named(functionName)?.refusal({ action: 'sqs:SendMessage', resource: queue });
    if (sentence === undefined) log(functionName, `An event was failed for good; AWS would keep it in ${queue}.`);
  };
}
