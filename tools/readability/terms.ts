type Term = { readonly term: string; readonly why: string };

/**
 * Words of the field that the measure leaves out, at most 30, in the plural too. Each stands here because readers know it
 * or must learn it: it has no plainer word, or it is the name of something. Their service has them in every letter.
 */
export const TERMS: readonly Term[] = [
  { term: 'Portage', why: 'the name of the service' },
  { term: 'Stay and Play', why: 'the name of a weekly session' },
  { term: 'Little Treasures', why: 'the name of a group' },
  { term: 'Starting School', why: 'the name of a group' },
  { term: 'referral', why: 'what a professional sends, the one word for it' },
  { term: 'referrer', why: 'who sends it, the one word for them' },
  { term: 'triage', why: 'what staff and referrers call reading and deciding' },
  { term: 'Early Help Assessment', why: 'the name of a form that every council service uses' },
  { term: 'Early Years Advisory Teacher', why: 'the name of the service for older children' },
  { term: 'Early Years SEND Support Service', why: 'the name of the service that Portage is part of' },
  { term: 'SENDCo', why: 'the title of a member of staff in every nursery and school' },
  { term: 'SEND', why: 'the field’s word, read out as one word' },
  { term: 'NHS', why: 'known by its letters, which a count of syllables gets wrong' },
  { term: 'GP', why: 'known by its letters, which a count of syllables gets wrong' },
  { term: 'Local Offer', why: 'the name of the council’s pages on special educational needs' },
  { term: 'National Portage Association', why: 'the name of an association' },
  { term: 'Professional Choices', why: 'the name of a website' },
  { term: 'Schedule of Growing Skills (SOGS)', why: 'the name of an assessment' },
  { term: 'Ages and Stages Questionnaire (ASQ-3)', why: 'the name of an assessment' },
  { term: 'Bayley', why: 'the name of an assessment' },
  { term: 'Griffiths', why: 'the name of an assessment' },
  { term: 'paediatrician', why: 'a profession' },
  { term: 'physiotherapy', why: 'a profession, and the service of that name' },
  { term: 'education, health and care', why: 'the name of a plan in law' },
];
