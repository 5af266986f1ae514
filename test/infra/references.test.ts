import { expect, test } from 'vitest';
import * as z from 'zod';
import { type Resource, type Resources, synthesised } from './synthesised.ts';

const refSchema = z.object({ Ref: z.string() });
const attributeSchema = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.unknown()]) });
const subSchema = z.object({
  'Fn::Sub': z.union([z.string(), z.tuple([z.string(), z.record(z.string(), z.unknown())])]),
});

function mentionedBy(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const ref = refSchema.safeParse(value);
  const attribute = attributeSchema.safeParse(value);
  const sub = subSchema.safeParse(value);
  const pattern = sub.success ? sub.data['Fn::Sub'] : '';
  const substituted = typeof pattern === 'string' ? pattern : pattern[0];
  return [
    ...(ref.success ? [ref.data.Ref] : []),
    ...(attribute.success ? [attribute.data['Fn::GetAtt'][0]] : []),
    ...[...substituted.matchAll(/\$\{([^}.!]+)/g)].map((match) => match[1] ?? ''),
    ...Object.values(value).flatMap(mentionedBy),
  ];
}

function needs({ Properties, DependsOn }: Resource): string[] {
  return [...mentionedBy(Properties), ...[DependsOn ?? []].flat()];
}

/** The first circle that following needs leads into, as a path of logical ids. */
function circleIn(resources: Resources): string[] | undefined {
  const finished = new Set<string>();
  const visit = (id: string, path: string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    const resource = resources[id];
    if (resource === undefined || finished.has(id)) return undefined;
    for (const next of needs(resource)) {
      const circle = visit(next, [...path, id]);
      if (circle !== undefined) return circle;
    }
    finished.add(id);
    return undefined;
  };
  for (const id of Object.keys(resources)) {
    const circle = visit(id, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

test('no resource needs itself, whether through Ref, GetAtt, Sub or DependsOn', () => {
  expect(circleIn(synthesised())).toBeUndefined();
});

test('without an address of its own, the stack makes one up without a circle', () => {
  expect(circleIn(synthesised({ baseUrl: undefined }))).toBeUndefined();
});

test('a circle through a Sub is found', () => {
  const circle: Resources = {
    A: { Type: 'x', Properties: { Url: { 'Fn::Sub': `https://\${B}/` } } },
    B: { Type: 'x', Properties: {}, DependsOn: ['A'] },
  };

  expect(circleIn(circle)).toEqual(['A', 'B', 'A']);
});
