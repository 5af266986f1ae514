import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CfnStateMachine,
  DefinitionBody,
  type IChainable,
  LogLevel,
  QueryLanguage,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Machine } from '#domain/process/run.ts';
import type { FunctionName } from '#functions/env.ts';
import { pinned } from '../pinned.ts';
import { workflowRole } from './role.ts';

/** One state machine: its name in the records, its pinned id, and the road that it takes with these functions. */
export interface MachineProps<Name extends FunctionName> {
  readonly machine: Machine;
  readonly logicalId: string;
  readonly comment: string;
  /** All that its role may invoke. */
  readonly invokes: readonly Name[];
  readonly flow: (scope: Construct, functions: Readonly<Record<Name, IFunction>>) => IChainable;
}

/** What a machine is built with. Only the functions that are named may be invoked. */
export interface WorkflowProps<Name extends FunctionName> extends MachineProps<Name> {
  readonly functions: Readonly<Record<Name, IFunction>>;
  readonly logRetentionDays: number;
}

/**
 * One of the state machines. Its input and its log hold ids and codes only: execution data is never logged. Its logical id
 * is pinned, so that an upgrade changes it under running executions instead of replacing it.
 */
export class Workflow<Name extends FunctionName = FunctionName> extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: WorkflowProps<Name>) {
    super(scope, id);
    const invoked = props.invokes.map((name) => props.functions[name]);
    const log = new LogGroup(this, 'Log', {
      // Under this prefix, AWS's own policy for delivering logs does not grow with each machine until it is full.
      logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}-${props.machine}`,
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      comment: props.comment,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(props.flow(this, props.functions)),
      role: workflowRole(this, invoked),
      logs: { destination: log, includeExecutionData: false, level: LogLevel.ALL },
      tracingEnabled: true,
    });
    pinned(this.stateMachine, CfnStateMachine, props.logicalId);
  }

  /** Starting executions of this machine. */
  start(): PolicyStatement[] {
    return [
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [this.stateMachine.stateMachineArn] }),
    ];
  }

  /** Looking whether an execution still runs, and waking one that waits. */
  watch(): PolicyStatement[] {
    const { stateMachineArn } = this.stateMachine;
    return [
      new PolicyStatement({ actions: ['states:DescribeExecution'], resources: [this.executions()] }),
      new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [stateMachineArn] }),
    ];
  }

  /** Looking how an execution stands, and stopping one that waits for nothing. */
  control(): PolicyStatement[] {
    const actions = ['states:DescribeExecution', 'states:StopExecution'];
    return [
      new PolicyStatement({ actions, resources: [this.executions()] }),
      new PolicyStatement({ actions: ['states:SendTaskHeartbeat'], resources: [this.stateMachine.stateMachineArn] }),
    ];
  }

  /** Reading what an execution did. */
  look(): PolicyStatement[] {
    return [new PolicyStatement({ actions: ['states:GetExecutionHistory'], resources: [this.executions()] })];
  }

  private executions(): string {
    return this.stateMachine.stack.formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.stateMachine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}
