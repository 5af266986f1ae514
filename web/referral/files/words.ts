/** Words of the page for several files of an answer at once. */
export const severalWords = {
  title: 'Add the pages of a document',
  lead: 'Use this page to send several photos of one document together, or if the other upload does not work.',
  oneDocument: 'We keep what you select together as one document. You can change that on the next pages.',
  label: 'Select the files',
  types: 'PDF, JPEG, PNG or Word (DOCX).',
  button: 'Add these files',
  offer: 'Add several photos of one document, or send a file of up to 4MB another way',
} as const;
