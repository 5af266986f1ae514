import type { RuleTarget } from '../assembly/rules.ts';

/** What a rule's target is invoked with: a fixed input, the event in a template's shape, or the event itself. */
export function inputFor(target: RuleTarget, event: unknown): unknown {
  if (target.input !== undefined) return target.input;
  if (target.transformer === undefined) return event;
  const { paths, template } = target.transformer;
  const filled = template.replace(
    /(")?<([\w.-]+)>(")?/g,
    (whole, before: string | undefined, name: string, after: string | undefined) => {
      const path = paths[name];
      if (path === undefined) return whole;
      const value = JSON.stringify(valueAt(event, path) ?? '');
      return before === '"' && after === '"' ? value : `${before ?? ''}${value}${after ?? ''}`;
    },
  );
  return JSON.parse(filled);
}

/** Follows a path such as $.detail.mail.tags.reference[0]; undefined where it leads nowhere. */
function valueAt(event: unknown, path: string): unknown {
  const steps = path.slice(1).matchAll(/\.([^.[\]]+)|\[(\d+)\]|\['([^']+)'\]/g);
  let value = event;
  for (const [, name, index, quoted] of steps) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name ?? index ?? quoted ?? '') : undefined;
  }
  return value;
}
