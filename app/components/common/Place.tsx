/** Keeps a panel's room until it is there: what is below does not jump. Heights are in `shell.css`. */
export const Place = ({ name }: { name: string }) => (
  <div className={`card place place-${name}`} aria-hidden="true" />
);
