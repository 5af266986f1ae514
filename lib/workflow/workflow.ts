import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine, DefinitionBody, LogLevel, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { pinned } from '../pinned.ts';
import { flow } from './intake/flow.ts';
import type { WorkflowFunctions } from './intake/states.ts';
import { workflowRole } from './role.ts';

/**
 * The state machine that takes each referral from acceptance to its end. Its input and its log hold ids and codes only:
 * execution data is never logged. Its logical id is pinned, so that an upgrade changes it under running executions instead
 * of replacing it.
 */
export class Workflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: { functions: WorkflowFunctions; logRetentionDays: number }) {
    super(scope, id);
    const log = new LogGroup(this, 'Log', {
      // Under this prefix, AWS's own policy for delivering logs does not grow with each machine until it is full.
      logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}-intake`,
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      comment: 'The road of a referral',
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(flow(this, props.functions)),
      role: workflowRole(this, Object.values(props.functions)),
      logs: { destination: log, includeExecutionData: false, level: LogLevel.ALL },
      tracingEnabled: true,
    });
    pinned(this.stateMachine, CfnStateMachine, 'ReferralWorkflow');
  }

  /** Starting executions of this machine. */
  start(): PolicyStatement[] {
    return [
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [this.stateMachine.stateMachineArn] }),
    ];
  }

  /** Looking whether an execution still runs, and waking one that waits. */
  watch(): PolicyStatement[] {
    const { stateMachineArn, stateMachineName } = this.stateMachine;
    const executions = this.stateMachine.stack.formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return [
      new PolicyStatement({ actions: ['states:DescribeExecution'], resources: [executions] }),
      new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [stateMachineArn] }),
    ];
  }
}
