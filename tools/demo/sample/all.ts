import { accepted } from './accepted.ts';
import { otherDecisions } from './other-decisions.ts';
import type { ExpectedList, SampleReferral } from './sample.ts';
import { stopped } from './stopped.ts';

/** The whole sample. All people are fictional; NHS numbers are in the range that is never issued, 999. */
export const sample: readonly SampleReferral[] = [...accepted, ...otherDecisions, ...stopped];

/** The lists that the sample must end in, in order. */
export const expectedLists: readonly ExpectedList[] = [
  {
    pathway: 'INITIAL_ASSESSMENT',
    locality: 'Taunton',
    names: [
      'Letter without developmental ages',
      'Wide delay',
      'Wide delay, left to the next meeting',
      'Wide delay, sent four days later',
      'Delay in two areas',
      'Delay in three areas, no email home',
      'Question to the referrer',
    ],
  },
  { pathway: 'PORTAGE_GROUP', locality: 'Yeovil', names: ['Twenty hours at nursery'] },
  { pathway: 'LITTLE_TREASURES', locality: 'Taunton', names: ['Movement affected by a diagnosis'] },
];
