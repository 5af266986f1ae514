import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';

/** One thing that must wake someone. */
export type Warning = Told & Threshold;

/** It rings at this value or above, or at this value or below. */
type Threshold =
  | { readonly atLeast: number; readonly atMost?: never }
  | { readonly atMost: number; readonly atLeast?: never };

interface Told {
  /** The name of the alarm and, in small letters with dashes, of its article in the runbook. */
  readonly name: string;
  /** What it means for people: referrers, families, the team. */
  readonly impact: string;
  readonly metric: IMetric;
  /** How many periods of its metric in a row; 1 unless said. The metrics here have periods of five minutes unless said. */
  readonly periods?: number;
  /** Cannot wait for the next working day: an email goes at once, at any hour. At most eight are. */
  readonly today?: true;
  /** Rings, too, when nothing is heard. */
  readonly silenceRings?: true;
}
