import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { DeployConfig } from './config.ts';
import { SmallStepsStack } from './small-steps-stack.ts';

/** Set here and not in cdk.json, so that the stack is the same with and without the CDK's command line. */
const FLAGS = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
};

/** For those who look at the template alone: the functions are not bundled, which takes most of the time. */
export const WITHOUT_BUNDLES = { 'aws:cdk:bundling-stacks': [] };

/** The app with its one stack, checked against the AwsSolutions rules when it is synthesised. */
export function smallStepsApp(
  config: DeployConfig,
  context: Record<string, unknown> = {},
): { app: App; stack: SmallStepsStack } {
  const app = new App({ context: { ...FLAGS, ...context }, analyticsReporting: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stack: new SmallStepsStack(app, config.stackName, config) };
}
