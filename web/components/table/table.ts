/** A column as the page declares it; with `order` it can be sorted by. */
export interface Column {
  readonly label: string;
  readonly order?: string;
}

/** How a table is sorted now. */
export interface Sorting {
  readonly order: string;
  readonly isDescending: boolean;
}

/** A column as the head of the table shows it: where its link leads, and how it is sorted for who hears it. */
interface HeadCell {
  readonly label: string;
  readonly href: string | undefined;
  readonly sorted: 'ascending' | 'descending' | undefined;
}

/** One cell: words, an address, a mark that stands out, lines and links below each other, and buttons of the form around the table. */
export interface Cell {
  readonly text?: string;
  readonly href?: string | undefined;
  readonly mark?: string | undefined;
  readonly lines?: readonly string[];
  readonly links?: readonly { readonly text: string; readonly href: string | undefined }[];
  readonly buttons?: readonly Button[];
}

interface Button {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  /** What a screen reader says after the text, so that no two buttons sound alike. */
  readonly of: string;
}

/** The head of a table whose columns are sorted by links; the one that is sorted by turns its order round. */
export function headOf(columns: readonly Column[], now: Sorting, addressOf: (sorting: Sorting) => string): HeadCell[] {
  return columns.map(({ label, order }) => {
    const isSorted = order === now.order;
    const turned = { order: order ?? '', isDescending: isSorted && !now.isDescending };
    const sorted = isSorted ? (now.isDescending ? 'descending' : 'ascending') : undefined;
    return { label, href: order === undefined ? undefined : addressOf(turned), sorted };
  });
}
