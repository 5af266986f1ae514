/** That a family is invited to Starting School. */
export const schoolNews: readonly string[] = [
  'Their child starts school this September, and they are invited to Starting School: five sessions in the summer term.',
  'The dates and the place are under “Starting School” in the staff area. A service manager can open it.',
  'They do not have to come. Ask if they would like to, and if they need help to get there.',
  'A service manager or practitioner records the answer on the page of the child there.',
];

/** That a family whose support has ended is invited to Stay and Play. */
export const playNews: readonly string[] = [
  'Their support from us has ended, and they are invited to Stay and Play. It is every week.',
  'The day and the place in each town are in the settings of our team. A service manager can open them.',
  'They do not have to come. Ask if they need help to get there.',
];
