import type { Assembly } from '../assembly/load.ts';
import type { Access } from '../iam/access.ts';
import type { LambdaHost } from './host.ts';
import { failure, type Outcome } from './outcome.ts';

/** Invokes what the role of the machine may invoke; of anything else Step Functions says that Lambda refused it. */
export function invokedByMachines(
  { functions, stateMachines }: Pick<Assembly, 'functions' | 'stateMachines'>,
  access: Access,
  invoke: LambdaHost['invoke'],
): (target: string, payload: unknown, machineArn: string) => Promise<Outcome> {
  const names = new Map(stateMachines.map(({ arn, name }) => [arn, name]));
  return async (target, payload, machineArn) => {
    const resource = functions.get(target)?.arn ?? target;
    const machine = access.named(names.get(machineArn) ?? machineArn);
    const sentence = machine?.refusal({ action: 'lambda:InvokeFunction', resource });
    return sentence === undefined ? invoke(target, payload) : failure('Lambda.AWSLambdaException', sentence);
  };
}
