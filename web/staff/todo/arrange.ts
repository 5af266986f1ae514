import type { ToArrange } from '#domain/safe-contact/reads.ts';

const formats: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EASY_READ: 'A letter in easy read',
    AUDIO: 'A letter as audio',
    TRANSLATION: 'A letter that is translated',
  }),
);

export const arrangeWords = {
  title: 'What to arrange first',
  until: 'The service cannot print this. Record that they were told once they have heard or read it in this way.',
} as const;

/** What staff arrange before they tell a family, a line each. */
export function arrangeInWords(arrange: ToArrange | undefined): readonly string[] {
  if (!arrange) return [];
  const { format, language, interpreter } = arrange;
  return [
    ...(format === undefined ? [] : [formats.get(format) ?? 'A letter in another format. Ask the family which.']),
    ...(language === undefined ? [] : [`Their language: ${language}`]),
    ...(interpreter ? ['An interpreter, for a call or a visit'] : []),
  ];
}
