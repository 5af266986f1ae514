/** Languages by which outcomes are shown. Whatever else a family speaks is counted together, since few families share it. */
const NAMED = [
  ...['ENGLISH', 'ALBANIAN', 'ARABIC', 'BENGALI', 'BULGARIAN', 'CHINESE', 'FRENCH', 'GUJARATI', 'HINDI', 'HUNGARIAN'],
  ...['ITALIAN', 'KURDISH', 'LITHUANIAN', 'MALAYALAM', 'NEPALI', 'PASHTO', 'POLISH', 'PORTUGUESE', 'PUNJABI'],
  ...[
    'ROMANIAN',
    'RUSSIAN',
    'SIGN_LANGUAGE',
    'SOMALI',
    'SPANISH',
    'TAMIL',
    'TURKISH',
    'UKRAINIAN',
    'URDU',
    'VIETNAMESE',
  ],
];

const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  BSL: 'SIGN_LANGUAGE',
  BRITISH_SIGN_LANGUAGE: 'SIGN_LANGUAGE',
  PANJABI: 'PUNJABI',
  MANDARIN: 'CHINESE',
  CANTONESE: 'CHINESE',
  BRITISH_ENGLISH: 'ENGLISH',
  UK_ENGLISH: 'ENGLISH',
};

/**
 * The language of a family as a code, from what someone typed. So no typed word gets into the figures: an unknown one is `OTHER`.
 * Nothing typed means that no one asked for another language than English: `NOT_SAID`.
 */
export function languageCode(typed: string): string {
  const word = typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');
  if (word === '') return 'NOT_SAID';
  const named = OTHER_SPELLINGS[word] ?? word;
  return NAMED.includes(named) ? named : 'OTHER';
}
