/** A number of a table as a flow from its row to its column. `isHidden`: it is not shown, and may be any number from 0. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly isHidden: boolean;
}

/**
 * How many values a hidden number can have, by all that is shown, counted up to `enough`. A table with its totals is a
 * circulation: rows flow to columns, columns to the whole, and the whole to rows. So what one number may gain or lose is the
 * largest flow round it over other hidden numbers.
 */
export function spread(edges: readonly Edge[], of: Edge, enough: number): number {
  const others = edges.filter((edge) => edge !== of && edge.isHidden);
  const up = flow(others, of.to, of.from, enough);
  const down = up >= enough ? 0 : Math.min(of.value, flow(others, of.from, of.to, enough));
  return Math.min(enough, up + down) + 1;
}

/** The largest flow from one node to another, up to `enough`: a hidden number grows without limit and shrinks to 0. */
function flow(edges: readonly Edge[], from: number, to: number, enough: number): number {
  const values = edges.map(({ value }) => value);
  for (let sent = 0; sent < enough; sent += 1) {
    const path = pathOf(edges, values, from, to);
    if (!path) return sent;
    for (const { n, by } of path) values[n] = (values[n] ?? 0) + by;
  }
  return enough;
}

interface Step {
  readonly n: number;
  readonly by: 1 | -1;
}

function pathOf(edges: readonly Edge[], values: readonly number[], from: number, to: number): Step[] | undefined {
  const paths = new Map<number, Step[]>([[from, []]]);
  for (const [node, path] of paths) {
    if (node === to) return path;
    edges.forEach((edge, n) => {
      if (edge.from === node && !paths.has(edge.to)) paths.set(edge.to, [...path, { n, by: 1 }]);
      const shrinks = edge.to === node && (values[n] ?? 0) > 0;
      if (shrinks && !paths.has(edge.from)) paths.set(edge.from, [...path, { n, by: -1 }]);
    });
  }
  return undefined;
}
