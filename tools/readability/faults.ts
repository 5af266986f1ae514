import { hardest, type LeaveOut, readingAge } from './reading-age.ts';
import { lengthOf, sentencesOf } from './sentences.ts';

/** The oldest reader, in years, that a text of this kind may ask for. */
export const OLDEST = { letter: 11, email: 13, page: 13 } as const;
/** The most words in one sentence. */
export const LONGEST = 25;
const NAMED = 3;

/** One text as people read it: a letter to a family, another email, or a page. */
export interface Text {
  readonly name: string;
  readonly kind: keyof typeof OLDEST;
  readonly blocks: readonly string[];
}

/** What was measured of one text: its reading age in years and the words in its longest sentence. */
export interface Measured {
  readonly text: Text;
  readonly age: number;
  readonly longest: number;
}

/** Measures one text; `leaveOut` takes away what does not count towards the age. */
export function measure(text: Text, leaveOut: LeaveOut): Measured {
  const lengths = text.blocks.flatMap(sentencesOf).map(lengthOf);
  return { text, age: readingAge(text.blocks, leaveOut), longest: Math.max(0, ...lengths) };
}

/** What is wrong with one text: its name, its figure and its worst sentences, a line each. None where it is plain enough. */
export function faultsOf({ text, age, longest }: Measured, leaveOut: LeaveOut): string[] {
  const { name, kind, blocks } = text;
  const oldest = OLDEST[kind];
  const tooLong = blocks.flatMap(sentencesOf).filter((sentence) => lengthOf(sentence) > LONGEST);
  return [
    ...(age > oldest
      ? [
          `${name}: reading age ${age.toFixed(2)}, at most ${oldest}`,
          ...hardest(blocks, leaveOut, NAMED).map((sentence) => `  ${sentence}`),
        ]
      : []),
    ...(longest > LONGEST ? [`${name}: a sentence of ${longest} words, at most ${LONGEST}`] : []),
    ...tooLong.map((sentence) => `  ${sentence}`),
  ];
}
