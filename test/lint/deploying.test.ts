import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roleSchema } from '#domain/people/person.ts';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig } from '#test/infra/synthesised.ts';

const page = readFileSync(new URL('../../docs/deploying.md', import.meta.url), 'utf8');
/** The examples of a configuration on the page: those in full, and members of one. */
const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) =>
  JSON.parse(text.startsWith('{') ? text : `{${text}}`),
);

test('the page says for whom each role is, and names none that is not there', () => {
  const roles = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, role]) => role);

  expect(roles).toEqual(expect.arrayContaining([...roleSchema.options]));
  expect(roles.filter((role) => !roleSchema.safeParse(role).success)).toEqual([]);
});

test.each(examples.filter(({ access }) => access))('the example with $access.issuer can be deployed', (example) => {
  expect(() => parseDeployConfig(JSON.stringify({ ...exampleConfig, ...example }), 'the page')).not.toThrow();
});

test('each group of the examples gives roles that are there, and together they give every role', () => {
  const groups: Record<string, string[]>[] = examples.flatMap(({ access }) => access?.groups ?? []);
  const given = new Set(groups.flatMap((each) => Object.values(each).flat()));

  expect([...given].sort()).toEqual([...roleSchema.options].sort());
});
