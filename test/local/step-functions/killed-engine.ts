import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createEngine, type InvokeResult } from '#local/step-functions/engine.ts';

// A process of its own for kill.test.ts: works through executions and kills itself, as kill -9 does, at the given point.
const [folder = '', killAt = '0'] = process.argv.slice(2);
const MACHINE_ARN = 'arn:aws:states:eu-west-2:000000000000:stateMachine:referral';
const names = Array.from({ length: 12 }, (_, n) => `case-${n}`);

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

const tokenLog = join(folder, 'tokens.jsonl');
const violationLog = join(folder, 'violations.txt');
const clock = { now: Date.parse('2026-09-24T12:00:00Z') };
const engine = createEngine({
  database,
  now: () => clock.now,
  random: () => 1,
  invoke,
  secondOpinion: () => undefined,
});
engine.register({
  arn: MACHINE_ARN,
  name: 'referral',
  definition: readFileSync(join(folder, 'machine.json'), 'utf8'),
  functionNames: (arn) => arn,
});
const recorded = new Set(names.flatMap((name) => resultsOf(name).map((state) => `${name} ${state}`)));

function resultsOf(name: string): string[] {
  let state = '';
  return engine.history(name).flatMap((event) => {
    if (event.type.endsWith('StateEntered')) state = String(event.stateEnteredEventDetails?.name);
    return event.type === 'TaskSucceeded' ? [state] : [];
  });
}

async function invoke(functionName: string, payload: unknown): Promise<InvokeResult> {
  point();
  const { name, token, retryCount } = Object(payload);
  if (recorded.has(`${name} ${functionName}`)) appendFileSync(violationLog, `${name} ${functionName}\n`);
  if (token) appendFileSync(tokenLog, `${JSON.stringify({ name, token })}\n`);
  await new Promise(setImmediate);
  point();
  if (functionName === 'check' && retryCount === 0)
    return { ok: false, errorType: 'Transient', errorMessage: 'the first attempt fails' };
  return { ok: true, payload: {} };
}

async function answerTokens(): Promise<void> {
  const lines = existsSync(tokenLog) ? readFileSync(tokenLog, 'utf8').split('\n').filter(Boolean) : [];
  for (const line of lines) {
    const { token } = JSON.parse(line);
    await engine.handle('SendTaskSuccess', JSON.stringify({ taskToken: token, output: '{}' }));
  }
}

engine.resume();
for (const name of names)
  await engine.handle('StartExecution', JSON.stringify({ stateMachineArn: MACHINE_ARN, name, input: '{}' }));

while (engine.executions().some((one) => one.status === 'RUNNING')) {
  await engine.settled();
  await answerTokens();
  await engine.settled();
  clock.now = engine.nextDueAt() ?? clock.now;
  engine.runDue();
}
const told = names.map((name) => ({ name, results: resultsOf(name) }));
process.stdout.write(JSON.stringify({ executions: engine.executions(), told }));
