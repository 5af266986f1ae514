import type { Resource } from './template.ts';

export const ACCOUNT = '000000000000';
export const REGION = 'eu-west-2';
export const SUFFIX = 'amazonaws.com';

export const PSEUDO_PARAMETERS: Record<string, string> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': SUFFIX,
  'AWS::StackName': 'small-steps',
  'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/small-steps/local`,
};

/** What a resource is called on this machine, stable from run to run; `text` resolves one of its own properties. */
export type Identity = { ref: string; attributes: Record<string, string> };
type Naming = (logicalId: string, text: (property: string) => string | undefined) => Identity;

const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;

const table: Naming = (id, text) => {
  const name = text('TableName') ?? id;
  return { ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`) } };
};

const NAMINGS: Record<string, Naming> = {
  'AWS::Lambda::Function': (id, text) => {
    const name = text('FunctionName') ?? id;
    return { ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } };
  },
  'AWS::Lambda::Version': (_id, text) => {
    const qualified = `${arn('lambda', `function:${(text('FunctionName') ?? '').replace(/^.*:function:/, '')}`)}:1`;
    return { ref: qualified, attributes: { Version: '1', FunctionArn: qualified } };
  },
  'AWS::Lambda::Alias': (_id, text) => {
    const name = (text('FunctionName') ?? '').replace(/^.*:function:/, '');
    return { ref: `${arn('lambda', `function:${name}`)}:${text('Name') ?? 'live'}`, attributes: {} };
  },
  'AWS::StepFunctions::StateMachine': (id, text) => {
    const name = text('StateMachineName') ?? id;
    const machine = arn('states', `stateMachine:${name}`);
    return { ref: machine, attributes: { Arn: machine, Name: name } };
  },
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::S3::Bucket': (id, text) => {
    const name = text('BucketName') ?? id.toLowerCase();
    const regional = `${name}.s3.${REGION}.${SUFFIX}`;
    return {
      ref: name,
      attributes: { Arn: `arn:aws:s3:::${name}`, DomainName: `${name}.s3.${SUFFIX}`, RegionalDomainName: regional },
    };
  },
  'AWS::KMS::Key': (id) => ({ ref: id, attributes: { Arn: arn('kms', `key/${id}`), KeyId: id } }),
  'AWS::IAM::Role': (id, text) => {
    const name = text('RoleName') ?? id;
    return { ref: name, attributes: { Arn: `arn:aws:iam::${ACCOUNT}:role/${name}` } };
  },
  'AWS::Logs::LogGroup': (id, text) => {
    const name = text('LogGroupName') ?? id;
    return { ref: name, attributes: { Arn: arn('logs', `log-group:${name}:*`) } };
  },
  'AWS::SecretsManager::Secret': (id, text) => {
    const secret = arn('secretsmanager', `secret:${text('Name') ?? id}`);
    return { ref: secret, attributes: { Id: secret } };
  },
  'AWS::ApiGateway::RestApi': (id) => ({
    ref: id.toLowerCase(),
    attributes: { RestApiId: id.toLowerCase(), RootResourceId: `${id}/root` },
  }),
  'AWS::ApiGateway::Stage': (_id, text) => ({ ref: text('StageName') ?? 'live', attributes: {} }),
  'AWS::SES::ConfigurationSet': (id, text) => ({ ref: text('Name') ?? id, attributes: {} }),
};

/** Other resources only ever appear as names to be passed on, so a readable stand-in is enough. */
function standIn(logicalId: string, type: string): Identity {
  const service = (type.split('::')[1] ?? 'aws').toLowerCase();
  return { ref: logicalId, attributes: { Arn: arn(service, logicalId), KeyId: logicalId } };
}

export function identityOf(
  logicalId: string,
  resource: Resource,
  text: (property: string) => string | undefined,
): Identity {
  const naming = NAMINGS[resource.Type];
  return naming === undefined ? standIn(logicalId, resource.Type) : naming(logicalId, text);
}
