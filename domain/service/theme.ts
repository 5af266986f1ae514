import * as z from 'zod';
import { contrastWithWhite } from './contrast.ts';

/** WCAG 2.2 AA for text of ordinary size. */
const LEAST_CONTRAST = 4.5;

/**
 * The looks of one council: parsing guarantees that white words can be read on its colour (WCAG 2.2 AA, 4.5:1). In a
 * configuration file `logo` is the path of a small SVG or PNG, relative to that file. It is shown in place of the
 * council's name. A function gets the name under which the logo is served.
 */
export const themeSchema = z.strictObject({
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as #23515b', abort: true })
    .refine((colour) => contrastWithWhite(colour) >= LEAST_CONTRAST, { error: tooPale }),
  logo: z
    .string()
    .regex(/^[\w][\w./ -]{0,150}\.(svg|png)$/i, { error: 'must be the path of an SVG or PNG beside this file' })
    .refine((path) => !path.includes('..'), { error: 'must not lead out of the folder of this file' })
    .optional(),
});

export type Theme = z.infer<typeof themeSchema>;

function tooPale({ input }: { readonly input?: unknown }): string {
  const ratio = Math.floor(contrastWithWhite(String(input)) * 100) / 100;
  return `is too pale: the white words on it have a contrast of ${ratio}:1 and need ${LEAST_CONTRAST}:1. Take a darker one`;
}
