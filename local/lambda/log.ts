import { appendFileSync } from 'node:fs';

export type LambdaLog = (functionName: string, text: string) => void;

/** Appends what functions print to `file`, each line with the function's name; without a file it is dropped. */
export function lambdaLog(file: string | undefined): LambdaLog {
  if (file === undefined) return () => {};
  return (functionName, text) => {
    const lines = text.split('\n').filter((line) => line !== '');
    appendFileSync(file, lines.map((line) => `${functionName} ${line}\n`).join(''));
  };
}
