import './skeleton.css';

/** Grey rows in the shape of what is coming, with the words for it: never a bare spinner. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} style={{ width: `${92 - ((row * 37) % 41)}%` }} aria-hidden />
      ))}
    </div>
  );
}
