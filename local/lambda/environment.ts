import type { FunctionSpec } from '../assembly/functions.ts';
import { REGION } from '../assembly/identities.ts';
import { accessKeyOf } from '../iam/access-key.ts';

export type Endpoints = { dynamodb: string; other: string };

/** The function's own environment, an access key of its own, what Lambda adds to it, and where the embedded services answer. Nothing else. */
export function workerEnvironment(spec: FunctionSpec, endpoints: Endpoints): Record<string, string> {
  const { accessKeyId, secretAccessKey } = accessKeyOf(spec.name);
  return {
    ...spec.environment,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: spec.folder,
    _HANDLER: spec.handler,
    _X_AMZN_TRACE_ID: 'Root=1-00000000-000000000000000000000000;Sampled=0',
    TZ: ':UTC',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_KMS: endpoints.other,
    AWS_ENDPOINT_URL_S3: endpoints.other,
    AWS_ENDPOINT_URL_SFN: endpoints.other,
    AWS_ENDPOINT_URL_SES: endpoints.other,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.other,
  };
}
