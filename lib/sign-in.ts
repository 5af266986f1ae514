import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { SIGN_IN_PATHS, type SignIn as SignInConfig } from '#domain/service/access.ts';
import { acknowledge } from './nag.ts';
import { pinned } from './pinned.ts';

/**
 * What this service needs to sign staff in with their work accounts: the secret by which the OpenID provider knows it. AWS
 * makes a value that no provider knows; an operator puts the provider's own in its place.
 */
export class SignIn extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { issuer, clientId }: SignInConfig, baseUrl: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Small Steps: client secret at the OpenID provider',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Tells the embedded run (local/) which provider to be, and where browsers come back to.
    const mark = { issuer, clientId, ...SIGN_IN_PATHS };
    pinned(this.secret, CfnSecret, 'SignInSecret').addMetadata('SmallSteps::SignIn', mark);
    const why =
      'The OpenID provider issues this secret. docs/deploying.md says how to put a new one here without a gap.';
    acknowledge(this.secret, 'AwsSolutions-SMG4', why);
    new CfnOutput(scope, 'SignInSecretArn', { value: this.secret.secretArn });
    new CfnOutput(scope, 'SignInCallback', { value: `${baseUrl}${SIGN_IN_PATHS.callback}` });
  }

  read(): PolicyStatement[] {
    return [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secret.secretArn] })];
  }
}
