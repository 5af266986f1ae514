import { countInWords } from '../../notices/words.ts';
import type { Policy } from '../policy.ts';
import { waitAim } from '../wait-aim.ts';
import type { ServiceDescription } from './schema.ts';

/** Home visiting, with the policy's numbers in it. */
export function homeVisiting({
  maxSessions,
  maxExtension,
  waitTargetMonths,
}: Policy): ServiceDescription['homeVisiting'] {
  return {
    name: 'Home visiting',
    what: [
      'At a first visit, the practitioner learns what the child does well and where they need more help.',
      `Then a named Portage practitioner visits for an hour every week, at most ${countInWords(maxSessions)} times.`,
      'They write a Portage plan with the family and other professionals. It says what we hope to reach, and how.',
      'We support parents to speak up for their child and to help them learn.',
      `In exceptional circumstances we can offer up to ${countInWords(maxExtension)} more visits, if the service manager agrees.`,
    ],
    toFamilies: [
      'One Portage practitioner works with you. They learn what your child does well and where you would like help.',
      `They visit you for an hour every week, at most ${countInWords(maxSessions)} times.`,
      'They write a Portage plan with you and others who help your child. It says what you hope to reach, and how.',
    ],
    forWhom: 'Children with the most complex needs come first. We do not offer home visits to every child we accept.',
    where: 'At home.',
    when: `Visits are every week. Many families ask for them, so there is a waiting list. ${waitAim(waitTargetMonths)}`,
    runBy: 'The Portage team.',
    howToJoin: 'We may offer it after the initial assessment.',
  };
}

/** The group before school, which follows home visiting or the Portage group. */
export const startingSchool: ServiceDescription['startingSchool'] = {
  name: 'Starting School',
  what: [
    '5 sessions with information and resources for a good start at school.',
    'Parents can ask questions, share worries and hear from others whose children have started school.',
  ],
  forWhom: 'Children who start school next September and have had Portage home visits or a Portage group.',
  where: 'With a few other families. The invitation says where.',
  when: 'In the summer term, every year.',
  runBy: 'The Portage team.',
  howToJoin: 'We invite families before it starts.',
};
