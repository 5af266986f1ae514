import { AssemblyError } from '../assembly/template.ts';

/** A policy of the stack that says something which this run would not hold anyone to. It refuses the start. */
export class IamError extends AssemblyError {
  override name = 'IamError';

  constructor(what: string) {
    super(`${what}, which the embedded run does not evaluate.`);
  }
}
