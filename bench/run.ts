import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Finding, print, printBudget } from './report.ts';
import { measurements, TOPICS } from './topics.ts';

const USAGE = `Usage: npm run bench -- [--only ${TOPICS.join(',')}] [--json FILE]`;

function readArguments() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
  const only = values.only?.split(',').map((name) => name.trim()) ?? TOPICS;
  const unknown = only.filter((name) => !TOPICS.includes(name));
  if (unknown.length > 0) throw new Error(`There is no topic ${unknown.join(', ')}.`);
  return { only, json: values.json };
}

async function measured(topic: string): Promise<Finding | undefined> {
  try {
    const finding = await measurements[topic]?.();
    if (finding !== undefined) process.stdout.write(`${print(finding)}\n`);
    return finding;
  } catch (error) {
    process.stderr.write(`== ${topic}: the measurement failed. ${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

async function run(): Promise<void> {
  const { only, json } = readArguments();
  const findings: Finding[] = [];
  const failed: string[] = [];
  for (const topic of TOPICS.filter((name) => only.includes(name))) {
    const finding = await measured(topic);
    if (finding === undefined) failed.push(topic);
    else findings.push(finding);
  }
  const budgets = findings.flatMap((finding) => finding.budgets);
  const missed = budgets.filter(({ met }) => !met);
  process.stdout.write(`== Budgets: ${budgets.length - missed.length} met, ${missed.length} missed\n`);
  process.stdout.write(budgets.map((budget) => `${printBudget(budget)}\n`).join(''));
  const topics = Object.fromEntries(findings.map(({ topic, data }) => [topic, data]));
  const document = JSON.stringify({ node: process.version, budgets, failed, topics }, undefined, 2);
  process.stdout.write(`\n${document}\n`);
  if (json !== undefined) writeFileSync(json, `${document}\n`);
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
  process.exitCode = 1;
}
