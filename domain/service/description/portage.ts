import { countInWords } from '../../notices/words.ts';
import { localitySchema } from '../../referral/codes.ts';
import type { Policy } from '../policy.ts';
import type { ServiceDescription } from './schema.ts';

/** What Portage is, with the policy's age in it. */
export const portage = ({ ageLimitYears }: Policy): ServiceDescription['portage'] => ({
  what: 'Portage is a teaching service for young children. It comes to the family’s home, children’s centres, nurseries and other childcare.',
  forWhom: `It is for children from birth to ${countInWords(ageLimitYears)} with significant special educational needs or disabilities, and for their families.`,
  how: [
    'Children learn through play that they lead. We teach in small planned steps, with the whole family in mind.',
    'Practitioners work with one child and family at home, or with a few families together.',
    'We work in partnership with parents and carers. We plan support around each child’s needs.',
  ],
  aim: 'We want children to learn, and families to grow in confidence and feel part of their community. We want every child to get as far as they can.',
  partOf: 'Portage is part of the Early Years SEND Support Service.',
  membership:
    'The service is a member of the National Portage Association. It sets a quality standard and trains Portage services in England and Wales.',
  kind: 'This is a specialist service for a small number of children with significant needs.',
  needs: [
    'thinking and learning',
    'communication and interaction',
    'sensory or physical needs',
    'social and emotional development and mental health',
    'information, advice and guidance',
  ],
  wheelchair: 'The places we use have wheelchair access.',
});

export const portageGroup = ({ ageLimitYears, minAreas }: Policy): ServiceDescription['portageGroup'] => ({
  name: 'Portage group',
  what: [
    'Parents learn how to help their child to communicate, through play.',
    'We teach in small steps, and each child has a programme of their own.',
  ],
  forWhom: `Children from birth to ${countInWords(ageLimitYears)} with a significant delay in ${countInWords(minAreas)} or more areas of their development.`,
  where: 'With a few other families. The invitation says where.',
  when: 'The invitation says when.',
  runBy: 'The Portage team.',
  howToJoin: 'By invitation only, after the triage meeting has discussed the referral. You cannot ask for it.',
});

export const littleTreasures = ({ ageLimitYears }: Policy): ServiceDescription['littleTreasures'] => ({
  name: 'Little Treasures',
  what: ['Several services work together with the child and the family.'],
  forWhom: `Children from birth to ${countInWords(ageLimitYears)} whose physical development is significantly affected by a neurological disorder, a diagnosis or a delay.`,
  where: 'With a few other families. The invitation says where.',
  when: 'The invitation says when.',
  runBy: 'Portage, the SEND Support Service and physiotherapists together.',
  howToJoin: 'By invitation only, after the triage meeting has discussed the referral. You cannot ask for it.',
});

const places = localitySchema.options;

export const stayAndPlay: ServiceDescription['stayAndPlay'] = {
  name: 'Stay and Play',
  what: [
    'A few families at a time share ideas, resources and questions with each other and with a Portage practitioner.',
    'Since September 2023 we also invite families whose Portage support has ended, so that they can still meet other families.',
  ],
  forWhom: 'Every child Portage has accepted, and their family.',
  where: `In each local area: ${places.slice(0, -1).join(', ')} and ${places.at(-1)}.`,
  when: 'Every week.',
  runBy: 'The Portage team.',
  howToJoin: 'We invite families when we accept a child, and again when Portage support ends.',
};
