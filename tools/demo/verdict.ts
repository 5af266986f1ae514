import * as z from 'zod';
import { listPathwaySchema } from '#domain/case/codes.ts';
import { type Refused, readStatus } from './api.ts';
import { hang, headline, type Print } from './print.ts';
import { expectedLists } from './sample/all.ts';
import type { SampleReferral } from './sample/sample.ts';
import { listInWords } from './words.ts';
import { getJson, localUrl, type World } from './world.ts';

/** What the API said to one referral of the sample. */
export type Sent = { sent: SampleReferral; answer: { reference: string; statusUrl: string } | Refused };

const listsSchema = z.array(
  z.object({
    pathway: listPathwaySchema,
    locality: z.string(),
    children: z.array(z.object({ reference: z.string(), explanation: z.string() })),
  }),
);

/** Prints the lists in order, each position explained, and answers how they differ from what the sample expects. */
export async function showLists(world: World, print: Print, all: readonly Sent[]): Promise<string[]> {
  const lists = await getJson(listsSchema, localUrl(world, 'lists.json'));
  const nameOf = (reference: string) =>
    all.find(({ answer }) => 'reference' in answer && answer.reference === reference)?.sent.name ?? reference;
  print(headline('The waiting lists'));
  for (const list of lists) {
    print(`${listInWords(list)}: ${list.children.length} waiting\n`);
    for (const { reference, explanation } of list.children) {
      print(`  ${reference}  ${nameOf(reference)}`);
      print(hang(' '.repeat(15), explanation));
    }
    print('');
  }
  const found = lists.map((list) =>
    namesOn(
      list,
      list.children.map(({ reference }) => nameOf(reference)),
    ),
  );
  const expected = expectedLists.map((list) => namesOn(list, list.names));
  return [
    ...found.filter((list) => !expected.includes(list)).map((list) => `Not expected: ${list}`),
    ...expected.filter((list) => !found.includes(list)).map((list) => `Expected: ${list}`),
  ];
}

function namesOn(list: Parameters<typeof listInWords>[0], names: readonly string[]): string {
  return `the list ${listInWords(list)} with ${names.join('; ')}`;
}

/** Prints where every referral ended, in one table, and answers which ended elsewhere than the sample says. */
export async function showEndings(world: World, print: Print, all: readonly Sent[]): Promise<string[]> {
  print(headline('Where every referral ended'));
  const row = (...cells: string[]) => `${cells.map((cell, i) => cell.padEnd([11, 37, 25, 0][i] ?? 0)).join('  ')}`;
  print(row('Reference', 'Case', 'Outcome', 'Status'));
  const differences: string[] = [];
  for (const { sent, answer } of all) {
    const { reference, outcome, status } = await endingOf(world, answer);
    const { name, ends } = sent;
    const wanted = 'refused' in ends ? { outcome: ends.refused, status: 'not stored' } : ends;
    print(row(reference, name, outcome, status));
    if (outcome === wanted.outcome && status === wanted.status) continue;
    differences.push(`${name}: ${outcome}, ${status} instead of ${wanted.outcome}, ${wanted.status}`);
  }
  print('');
  return differences;
}

async function endingOf(world: World, answer: Sent['answer']) {
  if ('code' in answer) return { reference: '–', outcome: answer.code, status: 'not stored' };
  const { status, outcome } = await readStatus(world, answer.statusUrl);
  return { reference: answer.reference, outcome: outcome ?? 'none', status };
}
