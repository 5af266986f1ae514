import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Capabilities, Workflows } from './capabilities.ts';
import { serviceConfigJson } from './config.ts';
import {
  ENTRY_POINT_PERMISSIONS,
  type EntryPointName,
  type FunctionPermissions,
  STEP_PERMISSIONS,
  type StepName,
  type Values,
} from './function-permissions.ts';
import { ServiceFunction } from './service-function.ts';

type Functions<Name extends string> = Record<Name, Lambda>;

/** Builds the functions that the state machines invoke. */
export function buildSteps(scope: Construct, given: Capabilities): Functions<StepName> {
  const build = (name: StepName) => buildOne(scope, name, STEP_PERMISSIONS[name](given), values(given), given);
  return {
    'validate-referral': build('validate-referral'),
    'check-referral': build('check-referral'),
    'open-task': build('open-task'),
    'remind-people': build('remind-people'),
    'list-child': build('list-child'),
    'tell-people': build('tell-people'),
    'park-case': build('park-case'),
    'follow-support': build('follow-support'),
    'open-offer': build('open-offer'),
    'tell-of-offer': build('tell-of-offer'),
  };
}

/** Builds the functions that are called from outside; failed asynchronous calls of them go to `deadLetters`. */
export function buildEntryPoints(
  scope: Construct,
  given: Capabilities & Workflows & { deadLetters: Queue },
): Functions<EntryPointName> {
  const known = {
    ...values(given),
    STATE_MACHINE_ARN: given.workflow.stateMachine.stateMachineArn,
    SUPPORT_MACHINE_ARN: given.support.stateMachine.stateMachineArn,
  };
  const build = (name: EntryPointName, deadLetters?: Queue) =>
    buildOne(scope, name, ENTRY_POINT_PERMISSIONS[name](given), known, given, deadLetters);
  return {
    'serve-api': build('serve-api'),
    'serve-staff': build('serve-staff'),
    'serve-family': build('serve-family'),
    'serve-console': build('serve-console'),
    'serve-public': build('serve-public'),
    'serve-referral': build('serve-referral'),
    sweep: build('sweep', given.deadLetters),
    'record-mail-event': build('record-mail-event', given.deadLetters),
    'take-mail': build('take-mail', given.deadLetters),
    'walk-canary': build('walk-canary', given.deadLetters),
    'restart-case': build('restart-case'),
    'balance-lists': build('balance-lists', given.deadLetters),
    'look-at-lists': build('look-at-lists', given.deadLetters),
    'reconcile-records': build('reconcile-records', given.deadLetters),
    'erase-records': build('erase-records', given.deadLetters),
    'seal-histories': build('seal-histories', given.deadLetters),
    'write-pack': build('write-pack', given.deadLetters),
  };
}

function values({
  config,
  baseUrl,
  records,
  evidence,
  mail,
  claimKey,
  mailboxKey,
  seals,
  packs,
  signIn,
}: Capabilities): Values {
  return {
    TABLE_NAME: records.table.tableName,
    EVIDENCE_BUCKET: evidence.bucket.bucketName,
    BASE_URL: baseUrl,
    CLAIM_KEY_SECRET_ARN: claimKey.secret.secretArn,
    MAILBOX_KEY_SECRET_ARN: mailboxKey.secret.secretArn,
    SES_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
    MALWARE_SCAN: config.malwareScan,
    RUNBOOK_URL: config.runbookUrl,
    SEALS_BUCKET: seals.bucket.bucketName,
    SEAL_KEY_ARN: seals.key.keyArn,
    PACKS_BUCKET: packs.bucket.bucketName,
    PACK_PASSPHRASE_ARN: packs.passphrase.secretArn,
    ...(signIn === undefined || config.access.mode !== 'sign-in'
      ? {}
      : { SIGN_IN_ISSUER: config.access.issuer, SIGN_IN_SECRET_ARN: signIn.secret.secretArn }),
  };
}

function buildOne(
  scope: Construct,
  name: StepName | EntryPointName,
  needs: FunctionPermissions,
  known: Values,
  { config }: Capabilities,
  deadLetters?: Queue,
): Lambda {
  return new ServiceFunction(scope, name, {
    ...needs,
    values: known,
    config: serviceConfigJson(config),
    logRetentionDays: config.logRetentionDays,
    ...(deadLetters === undefined ? {} : { deadLetters }),
  }).lambda;
}
