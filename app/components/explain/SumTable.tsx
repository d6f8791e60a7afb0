import { useLazyStrings } from '../../strings/lazy';
import { byWeight, type Sum } from './sums';
import { plain, Terms, type TermRow } from './Terms';

interface SumTableProps {
  sum: Sum;
  nameOf: (index: number) => string;
  caption: string;
  /** Products in rows of their own; the others are one row together. */
  shown?: number;
  /** Terms that are no product. */
  further?: TermRow[];
  /** What it adds up to. */
  total: { name: string; value: number };
}

/** Digits as they are shown. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** A sum of products: the largest with their factors, the rest, the bias, and the total. */
export function SumTable({ sum, nameOf, caption, shown = 4, further = [], total }: SumTableProps) {
  const strings = useLazyStrings().explain;
  const terms = byWeight(sum.terms);
  const rows: TermRow[] = [
    ...terms.slice(0, shown).map((term) => ({
      key: `term ${term.index}`,
      name: nameOf(term.index),
      factors: `${plain(term.left)} × ${plain(term.right)}`,
      value: term.product,
    })),
    ...(sum.bias === 0 ? [] : [{ key: 'bias', name: strings.bias, factors: '', value: sum.bias }]),
    ...further,
  ];
  const others = terms.slice(shown);
  // Whoever adds up the rows gets the total: what rounding leaves is with the rest.
  const known = rows.reduce((all, { value }) => all + rounded(value), 0);
  const rest: TermRow = {
    key: 'rest',
    name: strings.others(others.length),
    factors: '',
    value: rounded(total.value) - known,
  };
  return (
    <Terms
      rows={rows}
      rest={others.length > 0 ? rest : undefined}
      total={{ key: 'total', name: total.name, factors: '', value: total.value }}
      caption={caption}
    />
  );
}
