import type { EvidenceFile } from '#domain/ports/services.ts';
import { jpegOf, pngOf } from '#test/kit/documents.ts';
import { type Answer, type Browser, hidden } from '../browser.ts';
import { fill, type ReferWorld } from './world.ts';

export const JPEG = jpegOf('page');
export const PNG = pngOf('page');

/** A further document of the list with its kind and title; answers the address of its files. */
export async function describeDocument(
  using: Browser,
  at: string,
  n: number,
  fields: Readonly<Record<string, string>>,
) {
  const named = Object.entries(fields).map(([name, text]) => [`evidence[${n - 1}].${name}`, text]);
  await fill(using, `${at}/evidence/${n}`, Object.fromEntries(named));
  return `${at}/evidence/${n}/file`;
}

/** The files of one document, as a person sees them and presses their buttons. */
export function filesAt(world: ReferWorld, using: Browser, address: string) {
  const show = () => using.get(address);
  /** The way back from the storage, which names the file. */
  const arrive = (id: string, way = 'arrived') =>
    using.get(`${address}/${way}`, { bucket: 'evidence', key: `evidence/0123456789abcdef/${id}`, etag: '"e"' });
  /** Chooses a file in the form that is shown, and comes back. */
  const upload = async (file: Partial<EvidenceFile> = {}) => {
    const id = hidden(await show(), 'key');
    world.evidence.upload('form', id, file);
    return arrive(id);
  };
  /** Presses a button of the page: `name` is what it is for, as a screen reader says it. */
  const press = async (kind: string, name = '', shown?: Answer) => {
    const page = shown ?? (await show());
    const forms = page.body.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const form = forms.find((one) => one.includes(`value="${kind}"`) && one.includes(name)) ?? '';
    const fieldOf = (field: string) => new RegExp(`name="${field}" value="([^"]*)"`).exec(form)?.[1] ?? '';
    return using.post(address, { csrf: fieldOf('csrf'), from: fieldOf('from'), file: fieldOf('file'), do: kind });
  };
  return { show, arrive, upload, press, address };
}

/** Each file on a page of files: its name and its tag. */
export function filesOn({ body }: Answer): string[] {
  const rows = [...body.matchAll(/summary-list__key">([^<]*)<[\s\S]*?govuk-tag[^>]*>\s*([^<]*?)\s*</g)];
  return rows.map(([, name, tag]) => `${name}: ${tag}`);
}

/** The answers of the draft at an address, as they are stored. */
export async function answersAt(world: ReferWorld, at: string): Promise<Readonly<Record<string, string>>> {
  return (await world.stores.drafts.readDraft(at.slice('/refer/'.length)))?.answers ?? {};
}

/** The referral that was sent. */
export async function sentBody(world: ReferWorld): Promise<unknown> {
  return (await world.stores.referrals.readReferral(world.started[0] ?? ''))?.body;
}
