import { countInWords } from '../../notices/words.ts';
import { localitySchema } from '../../referral/codes.ts';
import type { Policy } from '../policy.ts';
import type { ServiceDescription } from './schema.ts';

/** What Portage is, with the policy's age in it. */
export const portage = ({ ageLimitYears }: Policy): ServiceDescription['portage'] => ({
  what: 'Portage is a teaching service that comes to young children: in the family’s home, in children’s centres, and in nurseries and other childcare.',
  forWhom: `It is for children from birth to ${countInWords(ageLimitYears)} with significant special educational needs or disabilities, and for their families.`,
  how: [
    'Learning happens through play that the child leads, with teaching in small planned steps, and with the whole family in mind.',
    'Practitioners work with one child and family at home, or with a few families together.',
    'We work in partnership with parents and carers, and what the child needs decides.',
  ],
  aim: 'The aim is that children learn, that families grow in confidence and feel part of their community, and that every child gets as far as they can.',
  partOf: 'Portage is part of the Early Years SEND Support Service.',
  membership:
    'The service is a member of the National Portage Association, which sets a quality standard and trains Portage services in England and Wales.',
  kind: 'This is a specialist service: it is for a small number of children with significant needs.',
  needs: [
    'thinking and learning',
    'communication and interaction',
    'sensory or physical needs',
    'social and emotional development and mental health',
    'information, advice and guidance',
  ],
  wheelchair: 'The places we use can be reached with a wheelchair.',
});

export const portageGroup = ({ ageLimitYears, minAreas }: Policy): ServiceDescription['portageGroup'] => ({
  name: 'Portage group',
  what: [
    'Parents learn there how to help their child towards communication, through play.',
    'It goes in small steps, and each child follows a programme of their own.',
  ],
  forWhom: `Children from birth to ${countInWords(ageLimitYears)} with a significant delay in ${countInWords(minAreas)} or more areas of their development.`,
  where: 'With a few other families. The invitation says where.',
  when: 'The invitation says when.',
  runBy: 'The Portage team.',
  howToJoin: 'By invitation only, after the triage meeting has discussed the referral. It cannot be asked for.',
});

export const littleTreasures = ({ ageLimitYears }: Policy): ServiceDescription['littleTreasures'] => ({
  name: 'Little Treasures',
  what: ['Several services work there together with the child and the family.'],
  forWhom: `Children from birth to ${countInWords(ageLimitYears)} whose physical development is significantly affected by a neurological disorder, a diagnosis or a delay.`,
  where: 'With a few other families. The invitation says where.',
  when: 'The invitation says when.',
  runBy: 'Portage, the SEND Support Service and physiotherapists together.',
  howToJoin: 'By invitation only, after the triage meeting has discussed the referral. It cannot be asked for.',
});

const places = localitySchema.options;

export const stayAndPlay: ServiceDescription['stayAndPlay'] = {
  name: 'Stay and Play',
  what: [
    'A few families at a time share ideas, resources and questions with a Portage practitioner and with each other.',
    'Since September 2023 families whose Portage support has ended are invited too, so that they keep the company of other families.',
  ],
  forWhom: 'Every child whom Portage has accepted, and their family.',
  where: `In each local area: ${places.slice(0, -1).join(', ')} and ${places.at(-1)}.`,
  when: 'Every week.',
  runBy: 'The Portage team.',
  howToJoin: 'Families are invited when a child is accepted and again when Portage support ends.',
};
