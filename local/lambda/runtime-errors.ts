/** What Lambda answers when its runtime, and not the handler, has to say what went wrong. */
export type RuntimeError = { errorType: string; errorMessage: string; trace: string[] };

/** An error under its own name, as the runtime reports what a handler throws. */
export function named(error: unknown): RuntimeError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

/**
 * Why a bundle did not load, named as Lambda's Node runtime names it. A package that an ES module lacks keeps the name of
 * its error: the runtime knows the code of `require` only.
 */
export function loadError(error: unknown): RuntimeError {
  if (error instanceof HandlerNotFound) return { ...named(error), errorType: 'Runtime.HandlerNotFound' };
  if (error instanceof SyntaxError) return wrapped('Runtime.UserCodeSyntaxError', error);
  if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')
    return wrapped('Runtime.ImportModuleError', error);
  return named(error);
}

/** A promise that was refused and that no one waited for: the runtime ends the process for it. */
export function unhandledRejection(reason: unknown): RuntimeError {
  return wrapped('Runtime.UnhandledPromiseRejection', reason);
}

/** The bundle loaded and has nothing to call under the handler's name. */
export class HandlerNotFound extends Error {}

function wrapped(errorType: string, error: unknown): RuntimeError {
  return { errorType, errorMessage: String(error), trace: named(error).trace };
}
