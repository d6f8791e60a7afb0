/** A bar in a table cell, of one or two parts, beside its number. */
export function Bar({
  parts,
  most,
  label,
}: {
  parts: readonly number[];
  most: number;
  label: string;
}) {
  return (
    <span className="race-cell">
      <span className="race-track" aria-hidden>
        {parts.map((part, n) => (
          <i key={n} style={{ width: `${most > 0 ? (100 * part) / most : 0}%` }} />
        ))}
      </span>
      <span className="num">{label}</span>
    </span>
  );
}
