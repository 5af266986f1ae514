/** A path as people and machines write it: `child.nhsNumber`, `assessments[0].area`. */
export function pathText(path: readonly PropertyKey[]): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 80)}`));
  return steps.join('').replace(/^\./, '');
}

/** `family.parents[0].name` as the keys that lead there. */
export function pathKeys(path: string): (string | number)[] {
  const parts = path.match(/[^.[\]]+/g) ?? [];
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
