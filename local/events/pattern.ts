import { isRecord } from '../assembly/template.ts';

/** Whether an event fits an EventBridge pattern of exact values, prefixes, `exists` and `anything-but`. */
export function matchesPattern(pattern: Record<string, unknown>, event: unknown): boolean {
  return Object.entries(pattern).every(([key, expected]) => {
    const value = isRecord(event) ? event[key] : undefined;
    if (isRecord(expected)) return matchesPattern(expected, value);
    const values = Array.isArray(value) ? value : [value];
    return Array.isArray(expected) && expected.some((choice) => values.some((one) => matchesChoice(choice, one)));
  });
}

function matchesChoice(choice: unknown, value: unknown): boolean {
  if (!isRecord(choice)) return choice === value;
  if (typeof choice.exists === 'boolean') return (value !== undefined) === choice.exists;
  if (typeof choice.prefix === 'string') return typeof value === 'string' && value.startsWith(choice.prefix);
  if ('anything-but' in choice) {
    const refused = choice['anything-but'];
    return value !== undefined && !(Array.isArray(refused) ? refused : [refused]).includes(value);
  }
  return false;
}
