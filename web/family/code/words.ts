/** What the page says on which a family enters the code from a letter. */
export const familyCodeWords = {
  title: 'Open your page',
  before: 'Enter the code from our letter. Then enter your child’s date of birth.',
  code: 'Your code',
  codeHint: 'It has 20 letters and numbers. For example, 2C3D-4F5G-6H7J-8K9M-2N3P',
  codeMissing: 'Enter the code from our letter. It has 20 letters and numbers',
  legend: 'What is your child’s date of birth?',
  wrong: 'The code or the date of birth is not right. Please check both, or call us',
  callUs: 'If you cannot get in, we can tell you all that is on the page. Please call us',
} as const;
