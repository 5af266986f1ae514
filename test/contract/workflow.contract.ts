import { expect, it } from 'vitest';
import type { Workflow } from '#domain/ports/services.ts';

export interface WorkflowUnderTest {
  readonly workflow: Workflow;
  /** The token with which this execution waits. */
  tokenOf(name: string): Promise<string>;
  /** Resolves once this execution, woken, has ended. */
  ended(name: string): Promise<void>;
}

const execution = { machine: 'intake', name: 'REF1-intake-1', reference: 'REF1' };
const output = { code: 'LIST', waitSeconds: 60 } as const;

export function workflowContract(open: () => Promise<WorkflowUnderTest>): void {
  it('starts an execution, and again without harm while it runs', async () => {
    const { workflow } = await open();
    expect(await workflow.start(execution)).toBe('STARTED');
    expect(await workflow.start(execution)).toBe('STARTED');
    expect(await workflow.state(execution)).toBe('RUNNING');
  });

  it('does not start an execution that has ended', async () => {
    const { workflow, tokenOf, ended } = await open();
    await workflow.start(execution);
    await workflow.wake(await tokenOf(execution.name), output);
    await ended(execution.name);
    expect(await workflow.start(execution)).toBe('EXISTS');
    expect(await workflow.state(execution)).toBe('ENDED');
  });

  it('knows nothing of an execution that was never started', async () => {
    const { workflow } = await open();
    expect(await workflow.state(execution)).toBe('UNKNOWN');
  });

  it('wakes a waiting execution once: twice is closed', async () => {
    const { workflow, tokenOf } = await open();
    await workflow.start(execution);
    const token = await tokenOf(execution.name);
    expect(await workflow.wake(token, output)).toBe('WOKEN');
    expect(await workflow.wake(token, output)).toBe('CLOSED');
  });

  it('is closed for a token that no one waits with', async () => {
    const { workflow } = await open();
    expect(await workflow.wake('AAAA-not-a-token', output)).toBe('CLOSED');
  });
}
