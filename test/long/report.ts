/** What one test of the long run came to. */
export interface Tried {
  /** Its file, from the top of the repository. */
  readonly file: string;
  readonly title: string;
  readonly outcome: 'held' | 'broke' | 'not tried';
  readonly seconds: number;
  /** The first line of why it broke or was not tried. */
  readonly why?: string | undefined;
}

interface About {
  readonly commit: string;
  readonly endedAt: string;
  readonly machine: string;
}

/** For a reader who knows neither the code nor the words of its tests: what was tried, and why that matters. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'test/long/schedules.test.ts':
    'One referral, two people who decide on it, the machine that carries it on, the one that looks for what is late, and a crash. They meet in ten thousand different orders. However they meet, the referral must end in one way, and no one may be told twice or not at all.',
  'test/long/races.test.ts':
    'Two people decide on the same child at the same moment, a thousand times. One decision must count, and the other person must be told whose it was.',
  'test/long/offers.test.ts':
    'Two free places, and more children than places. People offer, families answer, and things fail on the way, a thousand times. No place may go to two children, and no child may get two.',
  'test/long/clock.test.ts':
    'A hundred thousand invented stories of children on waiting lists. The date from which a child waits must never begin again without a record of why.',
  'test/long/fuzz.test.ts':
    'Nonsense and attacks are sent to the door for other systems, tens of thousands of times. It must answer each with a clear refusal, and never break.',
  'test/long/kills.test.ts':
    'The whole service is killed at random moments while referrals come in, as a power cut would. Each referral that was acknowledged must still be there, and go on by itself.',
  'test/long/forty-families.test.ts':
    'A service manager begins with an empty service. Forty invented families are referred, decided on, visited and offered places. A list of 200 children is brought in from a spreadsheet, and moved to another service. Everything is done on the pages and through the links in the emails, as people would do it. Every night the lists must add up. Every email and letter must be to the right person and name no one else.',
  'test/long/every-page.test.ts':
    'An automatic checker looks at every page that can be opened without a browser, with mistakes and without, on a narrow and on a wide screen. It must find nothing that keeps someone with a disability from using it.',
  'test/long/upgrade/upgrade.test.ts':
    'Two hundred children are in the middle of everything: just received, being decided, waiting, offered a place, stuck. The software is replaced by this release, put back to the one before, and replaced again. No record may change by that, no email may go out, and each child must go on.',
};

const WORDS = { held: 'HELD', broke: 'BROKE', 'not tried': 'NOT TRIED' } as const;

/** The report of a long run, in plain English: a verdict first, then each proof, then what it does not show. */
export function reportOf(tried: readonly Tried[], { commit, endedAt, machine }: About): string {
  const groups = [...Map.groupBy(tried, ({ file }) => file)];
  return [
    '# What the long run tried, and what came of it',
    '',
    verdict(tried),
    '',
    `Version ${commit}, on ${machine}, ended ${endedAt}. It took ${duration(sum(tried))}.`,
    '',
    ...groups.flatMap(([file, those]) => [...section(file, those), '']),
    '## What this does not show',
    '',
    'All of it ran on one machine, on an engine that stands in for the cloud. It does not show how the cloud itself behaves, how fast it is',
    'for many people, or how people work with it. All children and families in it are invented.',
    '',
  ].join('\n');
}

function verdict(tried: readonly Tried[]): string {
  const count = (outcome: Tried['outcome']) => tried.filter((one) => one.outcome === outcome).length;
  const [broke, missed] = [count('broke'), count('not tried')];
  if (tried.length === 0) return 'Nothing was tried.';
  if (broke > 0) return `**Do not release this version.** ${broke} of ${tried.length} proofs broke.`;
  if (missed > 0)
    return `**Not all of it was tried.** ${count('held')} of ${tried.length} proofs held, and none broke.`;
  return `**Everything held.** Proofs that were tried: ${tried.length}.`;
}

function section(file: string, those: readonly Tried[]): string[] {
  const explained = EXPLAINED[file];
  return [
    ...(explained === undefined ? [] : [explained, '']),
    ...those.flatMap(({ title, outcome, seconds, why }) => [
      `- **${WORDS[outcome]}**: ${title} (${duration(seconds)}, \`${file}\`)`,
      ...(why === undefined ? [] : [`  Why: ${why}`]),
    ]),
  ];
}

const sum = (tried: readonly Tried[]) => tried.reduce((all, { seconds }) => all + seconds, 0);

function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} seconds`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`;
  return `${(seconds / 3_600).toFixed(1)} hours`;
}
