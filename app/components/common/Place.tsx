/** Holds a panel's space until the panel is there, so that nothing below jumps. Heights are in `shell.css`. */
export const Place = ({ name }: { name: string }) => (
  <div className={`card place place-${name}`} aria-hidden="true" />
);
