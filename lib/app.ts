import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { DeployConfig } from './config.ts';
import { SmallStepsStack } from './small-steps-stack.ts';

/** Set here and not in cdk.json, so that the stack is the same with and without the CDK's command line. */
const FLAGS = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/aws-apigateway:disableCloudWatchRole': true,
};

/** The app with its one stack, checked against the AwsSolutions rules when it is synthesised. */
export function smallStepsApp(config: DeployConfig, context: Record<string, unknown> = {}): App {
  const app = new App({ context: { ...FLAGS, ...context }, analyticsReporting: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  new SmallStepsStack(app, 'SmallSteps', config);
  return app;
}
