import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CASES, DIFFERENCES, FAILS, INPUT, REFUSED } from './jsonata-cases.ts';
import { setting } from './setting.ts';

const machineOf = (expression: string) =>
  setting({ states: { Only: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } } });

/** The output of a machine with this one state; FAILS where it ends in the error of a wrong expression. */
async function outputOf(expression: string): Promise<unknown> {
  const world = machineOf(expression);
  await world.start('one', INPUT);
  const { status, output, error } = await world.describe('one');
  await world.engine.close();
  if (status === 'SUCCEEDED') return JSON.parse(String(output));
  return error === 'States.QueryEvaluationError' ? FAILS : error;
}

describe.each(Object.entries(CASES))('a state gives what AWS gives: %s', (_subject, cases) => {
  test.each(cases)('%s', async (expression, value) => {
    expect(await outputOf(expression)).toEqual(value);
  });
});

describe('a machine is refused, as AWS refuses it, for', () => {
  test.each(REFUSED)('%s', (expression) => {
    expect(() => machineOf(expression)).toThrow(/that AWS refuses|that is not JSONata/);
  });
});

describe('a state gives something else than AWS, and this is known', () => {
  test.each(DIFFERENCES)('$expression', async ({ expression, here, aws }) => {
    expect(await outputOf(expression)).toEqual(here);
    expect(here).not.toEqual(aws);
  });
});

test('the page that explains the differences has the numbers of today', () => {
  const page = readFileSync(new URL('../../../docs/decisions/0021-hold-jsonata-to-aws.md', import.meta.url), 'utf8');
  const alike = Object.values(CASES).flat().length + REFUSED.length;

  expect(page).toContain(`${alike} of ${alike + DIFFERENCES.length}`);
  for (const { expression } of DIFFERENCES) expect(page).toContain(`\`${expression}\``);
});
