import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Policy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, CfnFunction, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ZodType } from 'zod';
import { type EnvName, type FunctionName, functionEnv } from '#functions/env.ts';
import type { ApartName } from './bundle/apart.ts';
import { bundle } from './bundle.ts';
import type { Logo } from './logo.ts';
import { acknowledge } from './nag.ts';
import { pinned } from './pinned.ts';

export interface FunctionProps {
  readonly values: Partial<Record<EnvName, string>>;
  /** The service's configuration as JSON, for the file beside the bundle. */
  readonly config: string;
  readonly logRetentionDays: number;
  /** All that this function may do, besides writing its own log. */
  readonly may: readonly PolicyStatement[];
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
  /** Folders of templates (from the top of the repository) that are copied beside the bundle, paths kept. */
  readonly templates?: readonly string[];
  /** The council's logo, for the function that serves it. */
  readonly logo?: Logo;
  /** What it loads only where it needs it. */
  readonly apart?: readonly ApartName[];
  /** Where an asynchronous invocation goes that failed for good. Only for payloads without personal data. */
  readonly deadLetters?: IQueue;
  /** How often Lambda itself tries a failed asynchronous invocation again; 2 unless said. */
  readonly retryAttempts?: number;
}

const EACH_FILE = 'AwsSolutions-IAM5[Resource::<EvidenceBucket.Arn>/evidence/*]';
const EACH_SHOWN = 'AwsSolutions-IAM5[Resource::<EvidenceBucket.Arn>/shown/*]';
const EACH_PAGE = 'AwsSolutions-IAM5[Resource::<EvidenceBucket.Arn>/pages/*]';
const EACH_ARRIVED = 'AwsSolutions-IAM5[Resource::<EvidenceBucket.Arn>/mail/in/*]';
const EACH_READ = 'AwsSolutions-IAM5[Resource::<EvidenceBucket.Arn>/mail/read/*]';
const EACH_OF_CANARY = 'AwsSolutions-IAM5[Resource::<EvidenceBucket.Arn>/mail/canary/*]';
const EACH_SEAL = 'AwsSolutions-IAM5[Resource::<SealsBucket.Arn>/seals/*]';
const EACH_PACK = 'AwsSolutions-IAM5[Resource::<PacksBucket.Arn>/packs/*]';
const EACH_ERASED = 'AwsSolutions-IAM5[Resource::<SealsBucket.Arn>/erased/*]';
const EACH_EXECUTION =
  'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<ReferralWorkflow.Name>:*]';
const EACH_OF_SUPPORT =
  'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<SupportWorkflow.Name>:*]';

const isOptional = (schema: ZodType) => schema.safeParse(undefined).success;

const pascal = (name: string) => name.replace(/(^|-)([a-z])/g, (_whole, _dash, letter: string) => letter.toUpperCase());

/**
 * One Lambda function with a role of its own, a log of its own, and exactly the environment and configuration file that
 * functions/env.ts reads. The logical id is its name in Pascal case, pinned: executions under way keep calling it.
 */
export class ServiceFunction extends Construct {
  readonly lambda: Lambda;

  constructor(scope: Construct, name: FunctionName, props: FunctionProps) {
    super(scope, pascal(name));
    const logGroup = new LogGroup(this, 'Log', {
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.lambda = new Lambda(this, 'Function', {
      description: `Small Steps: ${name}`,
      code: bundle(name, props),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds ?? 20),
      environment: environment(name, props.values),
      role: this.role(logGroup, props.may),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // Without a tracer in the bundle a trace holds names, times and results: never a path, so no link of anyone.
      tracing: Tracing.ACTIVE,
      ...(props.deadLetters === undefined
        ? {}
        : { deadLetterQueue: props.deadLetters, retryAttempts: props.retryAttempts ?? 2 }),
    });
    pinned(this.lambda, CfnFunction, pascal(name));
  }

  /** CDK's own role would carry a managed policy that may write every log of the account. */
  private role(logGroup: LogGroup, may: readonly PolicyStatement[]): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    if (may.length > 0) role.attachInlinePolicy(new Policy(role, 'Rights', { statements: [...may] }));
    // Here CDK puts the right to trace.
    acknowledge(role.node.findChild('DefaultPolicy'), 'AwsSolutions-IAM5[Resource::*]', 'AWS offers X-Ray on * only.');
    acknowledge(
      role,
      EACH_FILE,
      'An evidence file gets its key when it is uploaded, so files cannot be named one by one.',
    );
    for (const each of [EACH_SHOWN, EACH_PAGE] as const) {
      acknowledge(role, each, 'A page gets its key by its hash when it is sent, so pages cannot be named one by one.');
    }
    acknowledge(role, EACH_PACK, 'A pack gets its key by the day for which it is written.');
    for (const each of [EACH_ARRIVED, EACH_READ, EACH_OF_CANARY] as const) {
      acknowledge(role, each, 'An email gets its key when it arrives, so emails cannot be named one by one.');
    }
    acknowledge(role, EACH_ERASED, 'An entry gets its key from the referral that is erased and the instant.');
    acknowledge(role, EACH_SEAL, 'A seal gets its key by the number of its night, and there is one more every night.');
    for (const each of [EACH_EXECUTION, EACH_OF_SUPPORT] as const)
      acknowledge(role, each, 'An execution gets its name from a referral, so they cannot be named one by one.');
    return role;
  }
}

function environment(name: FunctionName, values: Partial<Record<string, string>>): Record<string, string> {
  const read = Object.entries(functionEnv[name].shape);
  const missing = read.filter(([variable, schema]) => values[variable] === undefined && !isOptional(schema));
  if (missing.length > 0) {
    const names = missing.map(([variable]) => variable).join(', ');
    throw new Error(`${name} reads ${names}, which the stack does not give it.`);
  }
  return Object.fromEntries(
    read.flatMap(([variable]) => (values[variable] === undefined ? [] : [[variable, values[variable]]])),
  );
}
