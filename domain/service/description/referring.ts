import type { ServiceDescription } from './schema.ts';

/** Who refers, how, and what happens afterwards. */
export const referring: ServiceDescription['referring'] = {
  who: 'A professional who works with the family refers the child. This can be a health visitor, a GP, a paediatrician or a therapist. It can also be the SENDCo or manager of a nursery or other setting, or a practitioner of a Best Start Family Hub.',
  how: 'A referral is an Early Help Assessment (EHA), with the results and documents of assessments. If there is no EHA yet, the form asks the same questions.',
  afterwards: [
    'The triage team discusses new referrals at a regular triage meeting. It decides by the criteria above.',
    'If we accept the referral, we may offer an initial assessment, usually at home. It shows which support fits best.',
    'We invite all children we accept to Stay and Play. We offer home visits to some of them.',
  ],
  agreement:
    'The Portage home visiting agreement says what families and the service promise each other. Go through it with the parents or carers.',
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
    about: 'for professionals, how to complete an Early Help Assessment for Portage',
    audience: 'PROFESSIONALS',
  },
  {
    name: 'Early Help Services included in the EHA – Professional Choices',
    about: 'for professionals, which services accept an Early Help Assessment',
  },
  {
    name: 'The Local Offer website',
    about: 'for families, support for children with special educational needs or disabilities',
    audience: 'FAMILIES',
  },
  {
    name: 'Local Offer Live, October 2022',
    about: 'a film in which Jo from the Portage team introduces the service',
  },
];
