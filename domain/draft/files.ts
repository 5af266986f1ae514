/** What was typed, by the name of its field. */
type Answers = Readonly<Record<string, string>>;

/** The part of a draft that knows of files: those its answers name, and those that they no longer name. */
interface Holding {
  readonly answers: Answers;
  readonly dropped?: readonly string[] | undefined;
}

/**
 * As many files as the documents of one draft have, pages of all of them together; the Early Help Assessment has its own
 * besides. Every page that shows them looks at each. Source: local choice, three thick reports photographed page by page.
 */
export const MOST_FILES = 60;

/**
 * The most ids of files that one draft gives out, replaced and removed ones included. A draft must fit into one item.
 */
const MOST_EVER = 1000;

/** The files of one document of a draft. */
export interface HeldFiles {
  /** Its files that count, one for each page of it, in order. The first is named before it has arrived. */
  readonly evidenceIds: readonly string[];
  /** The file that is waited for: a further page, or the one that is to take the place of `replaces`. */
  readonly awaited: string | undefined;
  readonly replaces: string | undefined;
}

/** The files of the document whose answers begin with `root`, such as `evidence[0]`; undefined while it has none. */
export function filesAt(answers: Answers, root: string): HeldFiles | undefined {
  const typed = (name: string) => answers[`${root}.${name}`] || undefined;
  const first = typed('evidenceId');
  if (first === undefined) return undefined;
  const evidenceIds = [first, ...(typed('furtherPages')?.split(' ') ?? [])];
  return { evidenceIds, awaited: typed('awaited'), replaces: typed('replaces') };
}

/** The answers that say that a document has these files. */
export function filesAsAnswers(root: string, files: HeldFiles): Answers {
  const { evidenceIds, awaited = '', replaces = '' } = files;
  const [first = '', ...further] = evidenceIds;
  return {
    [`${root}.evidenceId`]: first,
    [`${root}.furtherPages`]: further.join(' '),
    [`${root}.awaited`]: awaited,
    [`${root}.replaces`]: replaces,
  };
}

/** The id of every file that is named anywhere in the answers, whether or not it has arrived or is still asked for. */
export function filesIn(answers: Answers): readonly string[] {
  const ids = Object.entries(answers).flatMap(([name, typed]) =>
    /\.(evidenceId|furtherPages|awaited)$/.test(name) ? typed.split(' ').filter((id) => id !== '') : [],
  );
  return [...new Set(ids)];
}

/** True while the documents of a draft may have one file more. */
export function hasRoom(draft: Holding): boolean {
  return roomIn(draft) > 0;
}

/** How many files more the documents of a draft may have. */
export function roomIn(draft: Holding): number {
  const ofDocuments = Object.entries(draft.answers).filter(([name]) => name.startsWith('evidence['));
  return Math.min(MOST_FILES - filesIn(Object.fromEntries(ofDocuments)).length, idsLeft(draft));
}

/** True while a draft may give out one more id, if only for a file that takes the place of another. */
export function mayGiveOut(draft: Holding): boolean {
  return idsLeft(draft) > 0;
}

function idsLeft({ answers, dropped = [] }: Holding): number {
  return MOST_EVER - filesIn(answers).length - dropped.length;
}

/** Every file that the draft has ever named and no longer does once its answers are `after`. */
export function droppedBy({ answers, dropped = [] }: Holding, after: Answers): string[] {
  const named = filesIn(after);
  return [...new Set([...dropped, ...filesIn(answers)])].filter((id) => !named.includes(id));
}
