import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { DeployConfig } from './config.ts';

/** At these shares of what a month may cost people are told, the first two of what was spent and the last of what is foreseen. */
const TOLD_AT = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'ACTUAL', threshold: 100 },
  { notificationType: 'FORECASTED', threshold: 120 },
] as const;

/** Tells the recipients of alarms when the account costs more in a month than the configuration expects. It stops nothing. */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { monthlyBudget, alarmRecipients }: DeployConfig) {
    super(scope, id);
    const subscribers = alarmRecipients.map((address) => ({ subscriptionType: 'EMAIL', address }));
    new CfnBudget(this, 'Month', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthlyBudget, unit: 'USD' } },
      notificationsWithSubscribers: TOLD_AT.map((at) => ({
        notification: { ...at, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
        subscribers,
      })),
    });
  }
}
