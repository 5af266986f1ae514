import { recordAt } from '../records/address.ts';

/** The plan of one child. */
export function planAt(reference: string): string {
  return `${recordAt(reference)}/plan`;
}

/** Where it is written with the family. */
export function editPlanAt(reference: string): string {
  return `${planAt(reference)}/edit`;
}

/** Where it is printed for someone of the family. */
export function printPlanAt(reference: string): string {
  return `${planAt(reference)}/print`;
}

/** What it said before. */
export function earlierPlansAt(reference: string): string {
  return `${planAt(reference)}/earlier`;
}
