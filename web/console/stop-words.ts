import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import { codeInWords } from '../components/record/words.ts';

/** What the errors mean for which cases stop, as the runbook has them under cases-parked. */
const meanings: ReadonlyMap<string, string> = new Map([
  [NOBODY_DECIDED, 'No one decided, after every reminder'],
  ['Transient', 'A service of AWS did not answer'],
  ['Runtime.ExitError', 'The step was killed, or ran out of memory'],
  ['Sandbox.Timedout', 'The step ran out of time'],
  ['WORKFLOW_ENDED', 'Its workflow failed, ran out of time or was stopped'],
  [DEFINITION_TOO_OLD, 'It needs a newer version of the service'],
]);

/** Why something stopped, with the code by which the runbook and the logs name it. */
export function stopInWords(code: string): string {
  const meaning = meanings.get(code);
  return meaning === undefined ? codeInWords(code) : `${meaning} (${code})`;
}
