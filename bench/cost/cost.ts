import { PRICES, type Priced } from './prices.ts';

export type Quantities = Partial<Record<Priced, number>>;

/** The price of each thing and of all of them, in USD, with nothing rounded. */
export function costOf(quantities: Quantities): {
  total: number;
  lines: { name: Priced; quantity: number; usd: number }[];
} {
  const lines = names(quantities).map((name) => {
    const quantity = quantities[name] ?? 0;
    const { usd, per } = PRICES[name];
    return { name, quantity, usd: (quantity * usd) / per };
  });
  return { lines, total: lines.reduce((sum, { usd }) => sum + usd, 0) };
}

/** The same quantities without some of them. */
export function without(quantities: Quantities, ...left: Priced[]): Quantities {
  return Object.fromEntries(
    names(quantities).flatMap((name) => (left.includes(name) ? [] : [[name, quantities[name]]])),
  );
}

function names(quantities: Quantities): Priced[] {
  return priced.filter((name) => quantities[name] !== undefined);
}

function isPriced(name: string): name is Priced {
  return name in PRICES;
}

const priced = Object.keys(PRICES).filter(isPriced);
