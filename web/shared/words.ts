/** Words of the pages of another service that tests look for. */
export const sharedWords = {
  before: 'Before you contact the family',
  agreed: 'The referrer has confirmed that the parents or carers agree to share it with your service.',
  readOnly: 'You can read it here, but you cannot change it. We record each time that someone reads it.',
  next: 'Your service decides what happens next. Contact the referrer or the family.',
} as const;
