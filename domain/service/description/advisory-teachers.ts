import { countInWords } from '../../notices/words.ts';
import type { Policy } from '../policy.ts';
import type { ServiceDescription } from './schema.ts';

/** The service beside Portage, for older children. */
export const advisoryTeachers = ({ ageLimitYears }: Policy): ServiceDescription['advisoryTeachers'] => ({
  name: 'Early Years Advisory Teacher service',
  what: 'It advises nurseries and other settings on children with additional learning needs, from 3 years old to the end of Reception.',
  team: 'A lead advisory teacher, 5 advisory teachers, 2 team leaders for specialist SEND practitioners, and 23 specialist SEND practitioners.',
  offers: [
    'It checks the rooms and routines of a nursery or other setting and says what would help (an environmental audit).',
    'It trains staff, face to face and online.',
    'It brings SENDCos together in cluster meetings every term.',
    'It works closely with families and can come to family plan meetings and SEN review meetings.',
    'It can write an advisory teacher report for an education, health and care needs assessment.',
    'If its teachers work with a child who has an education, health and care plan, they come to the annual review.',
  ],
  practitioners: [
    'Specialist SEND practitioners can work with a small group of children with a high level of need, usually for half a term.',
    'The nursery or other setting gives a member of staff time to learn the programme and to continue it.',
  ],
  howToAsk: `Professionals make an Early Years SEND referral. If you refer a child over ${countInWords(ageLimitYears)} here, we will tell you. If the parents or carers agree, we will email that service a secure link to the referral.`,
});
