/** Thrown for a configuration that must not be deployed; the message lists every problem, each with its path. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}
