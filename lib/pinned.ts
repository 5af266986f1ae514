import type { CfnResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

type Kind<T extends CfnResource> = abstract new (...args: never[]) => T;

/**
 * Gives the one CloudFormation resource of this kind inside `construct` a logical id that survives every move of code;
 * answers it for further settings. Throws when there is none.
 */
export function pinned<T extends CfnResource>(construct: Construct, kind: Kind<T>, logicalId: string): T {
  const resource = construct.node.defaultChild;
  if (!(resource instanceof kind)) throw new Error(`${construct.node.path} has no resource to pin as ${logicalId}.`);
  resource.overrideLogicalId(logicalId);
  return resource;
}
