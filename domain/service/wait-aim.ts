/** How long support may take to start, as an aim: the one sentence for it on every page and in every letter. */
export function waitAim(months: number): string {
  const within = months === 1 ? 'one month' : `${months} months`;
  return `We aim to start support within ${within} of accepting the referral. It may take longer when demand is high.`;
}
