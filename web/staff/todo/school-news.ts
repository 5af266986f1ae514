/** That a family is invited to Starting School. */
export const schoolNews: readonly string[] = [
  'Their child starts school this September, and they are invited to Starting School: five sessions in the summer term.',
  'The dates and the place are under “Starting School” in the staff area. A service manager can open it.',
  'They do not have to come. Ask if they would like to, and if they need help to get there.',
  'A service manager or practitioner records the answer on the page of the child there.',
];
