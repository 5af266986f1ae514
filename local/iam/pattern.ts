export type Matches = (text: string) => boolean;

/** Compiles a pattern of IAM: `*` is any run of characters, `?` any one, and every other character is itself. */
export function pattern(written: string, flags: '' | 'i' = ''): Matches {
  if (written === '*') return () => true;
  const parts = [...written].map((char) => {
    if (char === '*') return '.*';
    return char === '?' ? '.' : char.replace(/[\\^$.|+()[\]{}/-]/, '\\$&');
  });
  const expression = new RegExp(`^${parts.join('')}$`, `s${flags}`);
  return (text) => expression.test(text);
}
