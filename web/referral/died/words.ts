/** Words of the pages on which a referrer tells us that a child has died. */
export const diedWords = {
  title: 'Tell us that the child has died',
  link: 'Tell us that the child has died',
  stops:
    'We will stop everything straight away. We will send nothing more about this referral to anyone outside our team.',
  person: 'Our service manager will tell the people in our team who need to know.',
  heading: 'If the child has died',
  askNothing: 'You do not need to withdraw the referral or give a reason.',
  otherwise: 'If you withdraw it for another reason',
  button: 'The child has died',
  recorded: 'Thank you for telling us',
  sorry: 'We are sorry. You do not need to do anything more with this referral.',
  family: 'If the family wants to talk with us, they can call us.',
  mistake: 'If this was a mistake, call us. We have not deleted anything.',
} as const;
