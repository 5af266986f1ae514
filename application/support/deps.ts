import type { SlotStore, SupportStore } from '#domain/ports/support-stores.ts';
import type { StepDeps } from '../step-deps.ts';

/** What a step works with that reads a support, moves it on and tells people. */
export interface SupportDeps extends StepDeps {
  readonly supports: SupportStore;
  readonly slots: SlotStore;
}
