/** What the walk did, as a table in plain text: what was counted, and how often. */
export function tableOf(title: string, rows: Iterable<readonly [string, number]>): string {
  const all = [...rows];
  const width = Math.max(...all.map(([what]) => what.length));
  return [title, ...all.map(([what, count]) => `  ${what.padEnd(width)}  ${count}`), ''].join('\n');
}

/** How often each word comes, the most frequent first. */
export function counted(words: readonly string[]): [string, number][] {
  return [...Map.groupBy(words, (word) => word)]
    .map(([word, those]): [string, number] => [word, those.length])
    .sort(([, one], [, other]) => other - one);
}
