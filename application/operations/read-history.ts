import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { faultOf } from '#domain/process/night-seal.ts';

export interface HistoryStores {
  readonly cases: Pick<CaseStore, 'readWholeCase'>;
  readonly supports: Pick<SupportStore, 'readWholeSupport'>;
}

/** No reference ends so. */
const OF_SUPPORT = '-support';

/** Every history that there may be of a referral, by name: that of its case, which has its reference, and of its support. */
export function historyNames(reference: string): readonly string[] {
  return [reference, `${reference}${OF_SUPPORT}`];
}

/** Whether a history of this name is there wherever its referral is: that of a case is. */
export function isOfCase(name: string): boolean {
  return !name.endsWith(OF_SUPPORT);
}

/** The referral whose history has this name. */
export function referralOf(name: string): string {
  return isOfCase(name) ? name : name.slice(0, -OF_SUPPORT.length);
}

/** The whole history of this name, sealed parts included; undefined where there is none. Throws as the stores do. */
export async function readHistory(
  { cases, supports }: HistoryStores,
  name: string,
): Promise<Parameters<typeof faultOf>[0]> {
  const whole = isOfCase(name) ? await cases.readWholeCase(name) : await supports.readWholeSupport(referralOf(name));
  return whole?.history;
}
