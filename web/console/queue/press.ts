import { inCommandWords } from '../../components/command-words.ts';
import { codeInWords } from '../../components/record/words.ts';
import type { ConsoleQueue } from '../address.ts';
import type { ConsoleDeps } from '../deps.ts';
import { refusalWords } from '../notice/words.ts';
import { putRightWords, reasonWords, restartResults, sendAgainWords } from '../put-right-words.ts';
import { MOST_SHOWN, type Waiting } from './rows.ts';

type By = Parameters<ConsoleDeps['restartParked']>[1];

/** What a press came to for one that was shown; `isDone` where it no longer belongs to the list. */
export interface Outcome {
  readonly item: string;
  readonly reference: string;
  readonly said: string;
  readonly isDone: boolean;
  readonly isGone: boolean;
}

type Pressed =
  | { readonly problems: readonly { readonly path: string; readonly message: string }[] }
  | { readonly outcomes: readonly Outcome[] };

/** How everything that a list shows is put right by one press, with one reason. */
interface Press {
  readonly words: {
    readonly what: string;
    readonly reason: string;
    readonly hint: string;
    readonly button: (n: number) => string;
    readonly done: (n: number, of: number) => string;
  };
  /** The name of one that is shown, without a space; undefined for what cannot be put right. */
  readonly nameOf: (row: Waiting) => string | undefined;
  readonly act: (deps: ConsoleDeps, names: readonly string[], reason: string, by: By) => Promise<Pressed>;
}

const because = (said: string, error: string | undefined) =>
  error === undefined ? said : putRightWords.because(said, codeInWords(error));

const restart: Press = {
  words: { ...putRightWords, button: putRightWords.restartAll },
  nameOf: ({ reference }) => reference,
  act: async (deps, references, reason, by) => {
    const result = await deps.restartParked({ references: [...references], reason }, by);
    if (result.kind === 'INVALID') return { problems: inCommandWords(reasonWords, result.problems) };
    return {
      outcomes: result.results.map(({ reference, result: came, error }) => ({
        ...{ item: reference, reference, said: because(restartResults[came], error) },
        ...{ isDone: came === 'RESTARTED', isGone: came !== 'FAILED' },
      })),
    };
  },
};

const sendAgain: Press = {
  words: { ...sendAgainWords, button: sendAgainWords.sendAll },
  nameOf: ({ reference, noticeId }) =>
    reference === undefined || noticeId === undefined ? undefined : `${reference}/${noticeId}`,
  act: async (deps, names, reason, by) => {
    const notices = names.map((name) => {
      const [reference = '', noticeId = ''] = name.split('/');
      return { reference, noticeId };
    });
    const result = await deps.sendAgainAll({ notices, reason }, by);
    const words = { ...reasonWords, REASON_MISSING: sendAgainWords.missing };
    if (result.kind === 'INVALID') return { problems: inCommandWords(words, result.problems) };
    return {
      outcomes: result.results.map(({ reference, noticeId, result: came, error }) => {
        const isDone = came === 'SENT_AGAIN';
        const said = isDone ? sendAgainWords.again : came === 'FAILED' ? sendAgainWords.failed : refusalWords[came];
        return { item: `${reference}/${noticeId}`, reference, said: because(said, error), isDone, isGone: isDone };
      }),
    };
  },
};

const presses: ReadonlyMap<ConsoleQueue, Press> = new Map([
  ['parked', restart],
  ['mail', sendAgain],
]);

/** How a list is put right whole; undefined for one that the service puts right by itself. */
export function pressOf(queue: ConsoleQueue): Press | undefined {
  return presses.get(queue);
}

/** The names that a form sent back, as many as a page shows. */
export function namedIn(items: string): string[] {
  return items
    .split(' ')
    .filter((one) => one !== '')
    .slice(0, MOST_SHOWN);
}
