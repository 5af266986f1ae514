const PARAGRAPH = `Sam sits with support, and rolls from back to front. At nursery (3 mornings, 9-12) staff say: "He's happier
near the window & watches the others". In July he weighed < 9 kg; by September > 10 kg. Mum's question is whether to select a
chair from the catalogue, or wait; 1 = 1 hour a week is what we'd update first. We drop in on Tuesdays... Then: union of both
plans, where both agree - see page 2 -- or paragraph 4 / 5. His sister's words: "je t'aime", "kocham cię", "میں تم سے پیار کرتا ہوں".
`;

/** The size of a form that is sent: 60 KB, below the 64 KB that the firewall lets through. */
const BYTES = 60_000;

/** Text as people type it, with the quotes, signs and words in which a careless firewall sees an attack. It is invented. */
export const PROSE = upTo(BYTES);

function upTo(bytes: number): string {
  const one = new URLSearchParams({ text: PARAGRAPH }).toString().length;
  return PARAGRAPH.repeat(Math.floor(bytes / one));
}
