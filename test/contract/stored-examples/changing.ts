import type { Stores } from '#adapters/records/stores.ts';
import type { Case } from '#domain/case/case.ts';
import type { Keep } from './store-cases.ts';

/** Changes one case as a domain function says, and keeps it each time under the name of the change. */
export function changing({ cases }: Pick<Stores, 'cases'>, keep: Keep, reference: string) {
  return async (what: string, to: (theCase: Case) => Case | undefined): Promise<void> => {
    const found = await cases.readCase(reference);
    const next = found && to(found);
    if (!next) throw new Error(`The case cannot be changed to ${what}.`);
    await cases.saveCase({ ...next, version: found.version + 1 });
    await keep(`case.${what}`, `REF#${reference}`, 'CASE');
  };
}
