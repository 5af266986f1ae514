/** Said wherever a lack of agreement ends a referral: it never ends a duty to protect a child. */
export const SAFEGUARDING =
  'If you are worried about this child’s safety, follow your safeguarding procedure. You do not need the parents’ agreement for that.';
