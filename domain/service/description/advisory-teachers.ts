import { countInWords } from '../../notices/words.ts';
import type { Policy } from '../policy.ts';
import type { ServiceDescription } from './schema.ts';

/** The service beside Portage, for older children. */
export const advisoryTeachers = ({ ageLimitYears }: Policy): ServiceDescription['advisoryTeachers'] => ({
  name: 'Early Years Advisory Teacher service',
  what: 'It advises nurseries and other early-years settings, so that they can support children with additional learning needs from three years old to the end of Reception.',
  team: 'A lead advisory teacher, five advisory teachers, two team leaders for specialist SEND practitioners, and 23 specialist SEND practitioners.',
  offers: [
    'It looks at a setting’s rooms and routines and says what would help (an environmental audit).',
    'It trains staff, face to face and online.',
    'It brings SENDCos together in cluster meetings every term.',
    'It works closely with families and can come to family plan meetings and SEN review meetings.',
    'It can write an advisory teacher report for a request for an education, health and care needs assessment, where that is right.',
    'Its teachers come to the annual review of a child with an education, health and care plan when they are actively involved with the child.',
  ],
  practitioners: [
    'For children with a high level of need, specialist SEND practitioners can work with a small group of children in a setting, usually for half a term.',
    'The setting frees a member of staff to learn how to run the programme and to carry it on afterwards.',
  ],
  howToAsk: `Professionals make an Early Years SEND referral. If a child whom you refer here is over ${countInWords(ageLimitYears)}, we tell you, and pass the referral on once you confirm that the parents agree.`,
});
