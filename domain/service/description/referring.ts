import type { ServiceDescription } from './schema.ts';

/** Who refers, how, and what happens afterwards. */
export const referring: ServiceDescription['referring'] = {
  who: 'A professional who works with the family refers the child: a health visitor, a GP, a paediatrician, a therapist, a nursery’s SENDCo and others.',
  how: 'A referral is an Early Help Assessment (EHA), with the information and evidence of the assessments that were made. Where there is no EHA yet, the form asks what it would say.',
  afterwards: [
    'The Portage team discusses new referrals at a regular triage meeting, by the criteria above.',
    'Where they are met, the family is offered an initial assessment, usually at home, to see which support suits.',
    'All children are invited to Stay and Play. Some are offered home visits.',
  ],
  agreement:
    'The Portage home visiting agreement says what families and the service promise each other. Go through it with the parents.',
};

/** Who to ask, as the service publishes it. */
export const contact: ServiceDescription['contact'] = {
  name: 'Early Years SEND Support Service',
  email: 'InclusionSENRequests@somerset.gov.uk',
  website: {
    name: 'Portage on Support Services for Education',
    about: 'the service’s own page',
    url: 'https://www.supportservicesforeducation.co.uk/Services/6203',
  },
};

/** Where to read on. An address is given only where the service publishes one. */
export const pages: ServiceDescription['pages'] = [
  {
    name: 'Portage – Professional Choices',
    about: 'for professionals: how an Early Help Assessment for Portage is filled in',
    audience: 'PROFESSIONALS',
  },
  {
    name: 'Early Help Services included in the EHA – Professional Choices',
    about: 'for professionals: which services take an Early Help Assessment',
  },
  {
    name: 'The Local Offer website',
    about: 'for families: everything there is for children with special educational needs or disabilities',
    audience: 'FAMILIES',
  },
  {
    name: 'Local Offer Live, October 2022',
    about: 'a film in which Jo from the Portage team introduces the service',
  },
];
