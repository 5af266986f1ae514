import type { Everyone } from '#domain/ports/everyone.ts';
import { countingNight, type FigureDeps } from './count-night.ts';

interface BesideDeps extends FigureDeps {
  readonly everyone: Everyone;
}

/** Nightly work over everyone, with the figures counted in the same pass. They are kept once that work is done. */
export function countBeside<Deps extends BesideDeps, Result>(
  deps: Deps,
  work: (deps: Deps) => (command: unknown) => Promise<Result>,
): (command: unknown) => Promise<Result> {
  return async (command) => {
    const night = countingNight(deps);
    const everyone = { ...deps.everyone, traces: () => night.beside(deps.everyone.traces()) };
    const result = await work({ ...deps, everyone })(command);
    await night.keep();
    return result;
  };
}
