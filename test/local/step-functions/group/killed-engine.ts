import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createEngine } from '#local/step-functions/engine.ts';
import { MACHINE_ARN, machine, tokenTask } from '../setting.ts';

// A process of its own for killed.test.ts. It starts and answers eight executions at a time, and writes down what was
// acknowledged. At the given point, before or after a statement of a transaction, it kills itself as kill -9 does.
const [folder = '', killAt = '0'] = process.argv.slice(2);
const note = (line: string) => appendFileSync(join(folder, 'acknowledged.txt'), `${line}\n`);

let points = 0;
function point(): void {
  points += 1;
  if (points === Number(killAt)) process.kill(process.pid, 'SIGKILL');
}

const database = new DatabaseSync(join(folder, 'engine.db'));
database.exec('pragma journal_mode = wal; pragma synchronous = full');
const exec = database.exec.bind(database);
database.exec = (sql) => {
  point();
  exec(sql);
  point();
};

const tokens = new Map<string, string>();
const engine = createEngine({
  database,
  now: () => Date.parse('2026-09-24T12:00:00Z'),
  secondOpinion: () => undefined,
  invoke: async (name, payload) => {
    const { token } = Object(payload);
    tokens.set(token, name);
    note(`given ${token}`);
    return { ok: true, payload: {} };
  },
});
engine.register({
  arn: MACHINE_ARN,
  name: 'referral',
  definition: machine({ A: tokenTask('open', { End: true }) }),
  functionNames: (arn) => arn,
});

async function ask(operation: string, request: object, line: string): Promise<void> {
  const { status } = await engine.handle(operation, JSON.stringify(request));
  if (status === 200) note(line);
}

const names = Array.from({ length: 8 }, (_, n) => `case-${n}`);
const start = { stateMachineArn: MACHINE_ARN, input: '{}' };
await Promise.all(names.map((name) => ask('StartExecution', { ...start, name }, `started ${name}`)));
await engine.settled();
await Promise.all(
  [...tokens.keys()].map((taskToken) => ask('SendTaskSuccess', { taskToken, output: '{}' }, `answered ${taskToken}`)),
);
