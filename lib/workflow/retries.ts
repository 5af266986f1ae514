import { Duration } from 'aws-cdk-lib';
import { Errors, JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';

/**
 * The Lambda service itself was busy or broken: nothing is wrong with the referral. Eight tries with up to a minute
 * between them outlast a short outage. Full jitter, because many referrals would come back at the same moment.
 */
export const SERVICE_TROUBLE: RetryProps = {
  errors: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.TooManyRequestsException',
  ],
  interval: Duration.seconds(1),
  maxAttempts: 8,
  backoffRate: 2,
  maxDelay: Duration.seconds(60),
  jitterStrategy: JitterType.FULL,
};

/**
 * The step said that trying again can help, or its process was killed or ran out of time. Steps are idempotent, so trying
 * again is safe; three tries are enough to tell a hiccup from a fault that a person must see.
 */
export const STEP_TROUBLE: RetryProps = {
  errors: ['Transient', 'Lambda.Unknown', 'Sandbox.Timedout', 'Runtime.ExitError'],
  interval: Duration.seconds(2),
  maxAttempts: 3,
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  jitterStrategy: JitterType.FULL,
};

/**
 * Any other error, under whatever name. AWS reads `States.TaskFailed` as every error but a timeout, so this is last and
 * tries once. A fault of one process passes. A fault in the record or the code comes back and parks the case.
 */
export const UNKNOWN_TROUBLE: RetryProps = {
  errors: [Errors.TASKS_FAILED],
  interval: Duration.seconds(5),
  maxAttempts: 1,
  backoffRate: 1,
  jitterStrategy: JitterType.FULL,
};

/**
 * The scanner writes its verdict some time after the upload. The step waits about ten minutes, then continues without
 * it.
 */
export const SCAN_PENDING: RetryProps = {
  errors: ['EvidenceScanPending'],
  interval: Duration.seconds(30),
  maxAttempts: 20,
  backoffRate: 1,
};
