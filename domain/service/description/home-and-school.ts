import { countInWords } from '../../notices/words.ts';
import type { Policy } from '../policy.ts';
import type { ServiceDescription } from './schema.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Home visiting, with the policy's numbers in it. */
export function homeVisiting({
  maxSessions,
  maxExtension,
  waitTargetMonths,
}: Policy): ServiceDescription['homeVisiting'] {
  return {
    name: 'Home visiting',
    what: [
      'At a first visit, the practitioner gets to know what the child can do well and where help is needed.',
      `Then a named Portage practitioner comes for an hour every week, at most ${countInWords(maxSessions)} times.`,
      'With the family and the other professionals they write a Portage plan for this child: what is to be reached, and what to do together.',
      'Parents learn to speak up for their child and to help them best.',
      `In exceptional circumstances there can be up to ${countInWords(maxExtension)} more visits, if the service manager agrees.`,
    ],
    toFamilies: [
      'At a first visit, a practitioner gets to know what your child does well, and where you would like help.',
      `Then a Portage practitioner, whose name you know, comes for an hour every week, at most ${countInWords(maxSessions)} times.`,
      'Together with you, and with other people who help your child, they write a Portage plan: what is to be reached, and what to do together.',
    ],
    forWhom: 'Children with the most complex needs come first. Not every child who is accepted is offered home visits.',
    where: 'At home.',
    when: `Home visits come every week. Many families ask for them, so there is a waiting list. We aim for a maximum of ${countInWords(waitTargetMonths)} months; it can be longer in periods of high demand.`,
    runBy: 'The Portage team.',
    howToJoin: 'It is one of the things that can be offered after the initial assessment.',
  };
}

/** The group before school, which follows home visiting or the Portage group. */
export const startingSchool: ServiceDescription['startingSchool'] = {
  name: 'Starting School',
  what: [
    `${capital(countInWords(5))} sessions with information and resources for a good start at school.`,
    'There is time to ask, to share worries, and to hear from parents whose children have made the step.',
  ],
  forWhom: 'Children who start school the coming September and have had Portage home visits or a Portage group.',
  where: 'With a few other families. The invitation says where.',
  when: 'In the summer term, every year.',
  runBy: 'The Portage team.',
  howToJoin: 'Families are invited in time.',
};
