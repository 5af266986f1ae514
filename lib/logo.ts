import { readFileSync } from 'node:fs';
import { sha256 } from '#domain/values/hash.ts';
import { ConfigRefused } from './config-refused.ts';

/** A council's logo as it is served: always SVG, because API Gateway gives out text as it is, and bytes only on request. */
export interface Logo {
  /** Changes with the content, so browsers may cache it without limit. */
  readonly name: string;
  readonly svg: string;
}

const MOST_BYTES = 40_000;
const NOT_PLAIN =
  'holds a script or a style sheet, or loads something from elsewhere. Save it as a plain SVG with attributes such as fill="#fff".';
const PNG = '\x89PNG\r\n\x1a\n';
/** What can act, load something else or be styled: browsers run nothing of an image, but a person may open it by its address. */
const ACTIVE = [
  /<([\w-]+:)?(script|style|link|foreignobject)\b/i,
  /<!doctype|<!entity|<\?xml-stylesheet/i,
  /["'\s/](on\w+|style)\s*=/i,
  /javascript:|@import/i,
  /href\s*=\s*["'](?!#|data:image\/(png|jpeg|gif|webp)[;,])/i,
  /url\(\s*["']?(?!#)/i,
];

/** The logo in a file, which is a small SVG that neither acts nor loads anything, or a PNG. Throws `ConfigRefused` for any other. */
export function readLogo(path: string): Logo {
  const bytes = bytesOf(path);
  const refuse = (why: string) => new ConfigRefused(`theme.logo: ${path} ${why}`);
  if (bytes.length > MOST_BYTES)
    throw refuse(`has ${bytes.length} bytes, and every visitor loads it: ${MOST_BYTES} at most.`);
  if (bytes.toString('latin1', 0, PNG.length) === PNG) return named(pictureIn(bytes));
  const svg = bytes.toString('utf8');
  if (!/^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<svg[\s>]/s.test(svg)) throw refuse('is neither an SVG nor a PNG.');
  if (ACTIVE.some((sign) => sign.test(svg))) throw refuse(NOT_PLAIN);
  return named(svg);
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigRefused(
      `theme.logo: ${path} cannot be read. Give its path from where the configuration file lies.`,
    );
  }
}

/** An SVG that is nothing but this PNG in its own size, which its header says. */
function pictureIn(png: Buffer): string {
  const [width, height] = png.length < 24 ? [0, 0] : [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = `width="${width}" height="${height}"`;
  const data = `data:image/png;base64,${png.toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}"><image ${size} href="${data}"/></svg>`;
}

const named = (svg: string): Logo => ({ name: `logo-${sha256(svg).slice(0, 12)}.svg`, svg });
