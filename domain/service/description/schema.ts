import * as z from 'zod';

const line = z.string().min(1).max(600);
const lines = z.array(line).min(1).max(12);
const url = z.url({ protocol: /^https$/ });
/** `audience`: whose letters name the page; without one it is only on the help page. */
const audience = z.enum(['FAMILIES', 'PROFESSIONALS']);
const linkedPage = z.strictObject({ name: line, about: line, url: url.optional(), audience: audience.optional() });

/** One thing that a service offers, in the order in which a reader asks. */
const offerSchema = z.strictObject({
  name: line,
  what: lines,
  forWhom: line,
  where: line,
  when: line,
  runBy: line,
  howToJoin: line,
});

/** `toFamilies`: what a letter says of a visit, to the parents themselves. */
const homeVisitingSchema = offerSchema.extend({ toFamilies: lines });

/**
 * What the service says about itself to readers. Everything is a sentence in plain words except addresses; every field is
 * shown on a page or in a letter, so none may be empty.
 */
export const serviceDescriptionSchema = z.strictObject({
  portage: z.strictObject({
    what: line,
    forWhom: line,
    how: lines,
    aim: line,
    partOf: line,
    membership: line,
    kind: line,
    needs: lines,
    wheelchair: line,
  }),
  homeVisiting: homeVisitingSchema,
  portageGroup: offerSchema,
  littleTreasures: offerSchema,
  stayAndPlay: offerSchema,
  startingSchool: offerSchema,
  referring: z.strictObject({
    ...{ who: line, how: line, afterwards: lines, agreement: line },
    /** Where the home visiting agreement can be read; without it, readers are told to ask for it. */
    agreementUrl: url.optional(),
  }),
  advisoryTeachers: z.strictObject({
    name: line,
    what: line,
    team: line,
    offers: lines,
    practitioners: lines,
    howToAsk: line,
  }),
  contact: z.strictObject({ name: line, email: z.email(), website: linkedPage }),
  pages: z.array(linkedPage).min(1).max(12),
});

/** Everything that a reader may want to know about the service and those beside it. */
export type ServiceDescription = z.infer<typeof serviceDescriptionSchema>;

const { shape } = serviceDescriptionSchema;

/** What a deployment may replace in the description: any field of any part, each as a whole; an unknown name is refused. */
export const descriptionOverridesSchema = z.strictObject({
  portage: shape.portage.partial().optional(),
  homeVisiting: homeVisitingSchema.partial().optional(),
  portageGroup: offerSchema.partial().optional(),
  littleTreasures: offerSchema.partial().optional(),
  stayAndPlay: offerSchema.partial().optional(),
  startingSchool: offerSchema.partial().optional(),
  referring: shape.referring.partial().optional(),
  advisoryTeachers: shape.advisoryTeachers.partial().optional(),
  contact: shape.contact.partial().optional(),
  pages: shape.pages.optional(),
});
