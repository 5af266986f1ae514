import { STACK_DESCRIPTION } from '#lib/description.ts';
import { AwsRefused } from './aws-refused.ts';
import type { BeforeDeployment } from './before.ts';
import { query, type SignedCall } from './signed-call.ts';
import { elements } from './xml.ts';

/** What CloudFormation says of a stack. */
export interface DeployedStack {
  readonly status: string;
  readonly description: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Finds the stack of this name, once however often it is asked; undefined where there is none. */
export type FindStack = () => Promise<DeployedStack | undefined>;

export function stackOf(call: SignedCall, stackName: string): FindStack {
  let found: Promise<DeployedStack | undefined> | undefined;
  return () => {
    found ??= describe(call, stackName);
    return found;
  };
}

async function describe(call: SignedCall, StackName: string): Promise<DeployedStack | undefined> {
  try {
    const xml = String(await call(query('cloudformation', 'DescribeStacks', '2010-05-15', { StackName })));
    const [outputs = ''] = elements(xml, 'Outputs');
    const own = xml.replace(/<(Outputs|Parameters)>[\s\S]*?<\/\1>/g, '');
    const [status = ''] = elements(own, 'StackStatus');
    const [description = ''] = elements(own, 'Description');
    return { status, description, outputs: Object.fromEntries(elements(outputs, 'member').map(output)) };
  } catch (error) {
    // CloudFormation's word for a name that no stack has.
    if (error instanceof AwsRefused && error.code === 'ValidationError') return undefined;
    throw error;
  }
}

function output(member: string): [string, string] {
  return [elements(member, 'OutputKey')[0] ?? '', elements(member, 'OutputValue')[0] ?? ''];
}

/** Refuses a name under which something else stands, or under which nothing can be deployed now. */
export function nameIsFree(find: FindStack, stackName: string): BeforeDeployment {
  return {
    about: `the stack ${stackName}`,
    right: 'cloudformation:DescribeStacks',
    look: async () => {
      const stack = await find();
      if (stack === undefined) return [];
      const { status, description } = stack;
      if (description !== STACK_DESCRIPTION)
        return [`The stack ${stackName} of this account is something else. Give another stackName.`];
      if (status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS')
        return [`The stack ${stackName} is being changed at this moment (${status}). Wait until that has ended.`];
      if (['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'DELETE_FAILED', 'UPDATE_ROLLBACK_FAILED'].includes(status))
        return [
          `The stack ${stackName} stands at ${status}, and nothing can be deployed to it. See "A first deployment fails" in docs/runbook.md.`,
        ];
      return [];
    },
  };
}
