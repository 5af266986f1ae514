import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Rule } from 'aws-cdk-lib/aws-events';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

/** What the alarms look at. */
export interface Watched {
  readonly stackName: string;
  readonly region: string;
  readonly stateMachines: readonly StateMachine[];
  readonly restApi: RestApi;
  readonly deadLetters: Queue;
  readonly rules: readonly Rule[];
  /** What has emails taken in, and how often that failed for one. */
  readonly mailRules: readonly Rule[];
  readonly mailNotTaken: IMetric;
  /** How often the canary had the news of its decision; undefined where there is no canary. */
  readonly canaryArrived: Metric | undefined;
  readonly table: Table;
  readonly configurationSet: string;
  readonly steps: readonly Lambda[];
  readonly doors: readonly Lambda[];
  /** How often an email to the duty team failed or came back, and the check step gave up waiting for a scan. */
  readonly dutyNotTold: IMetric;
  readonly scansOverdue: IMetric;
  /** How often what need not be kept was erased to the end, and how many records could not be erased or read. */
  readonly recordsErased: Metric;
  readonly recordNotErased: IMetric;
  /** How many histories no longer held in a night. */
  readonly historiesBroken: IMetric;
  /** How often the histories were held against the last seal and sealed. */
  readonly historiesSealed: Metric;
  /** How many differences a night found on the waiting lists. */
  readonly listsUnbalanced: IMetric;
  /** How often all lists were balanced to the end. */
  readonly listsBalanced: Metric;
  /** How many records did not fit and could not be put right. */
  readonly recordsDiffer: IMetric;
  /** How often everything that is stored was compared to the end. */
  readonly recordsCompared: Metric;
  /** How often everyone on the lists was looked at, a day on which no one works too. */
  readonly listsLookedAt: Metric;
  /** A line for each day that the downtime pack was seen to. */
  readonly packSeenTo: Metric;
  /** How many children could not be looked at. */
  readonly childNotLookedAt: IMetric;
  /** How often open tasks could not be given the changed date of their meeting. */
  readonly calendarNotFollowed: IMetric;
  /** How often the sweeper saw that its clock is not that of AWS. */
  readonly clockWrong: IMetric;
  /** How often the numbers for the console could not be kept. */
  readonly rollupNotKept: IMetric;
  /** How many copies of the records were made; undefined where the service makes none of its own. */
  readonly backups: Metric | undefined;
  /** How often one mailbox had its fill of wrong codes for a day. */
  readonly codesGuessed: IMetric;
  /** How often the provider at which staff sign in did not answer, or did not know us; undefined where they do not. */
  readonly signInUnreachable: IMetric | undefined;
  /** How often a link was not sent because too many strangers had their first in this hour. */
  readonly mailCeilingReached: IMetric;
}
