import { useId, type ReactNode } from 'react';

/** One choice of a form: its label holds its name alone, so that it is read and found by it. */
export function Choice(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Said below, and marked, where it is at fault. */
  fault?: string | null;
  hint?: string | null;
  children: ReactNode;
}) {
  const { label, value, onChange, fault = null, hint = null, children } = props;
  const id = useId();
  const said = fault ?? hint;
  return (
    <div className={fault ? 'import-field is-wrong' : 'import-field'}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={said ? `${id}-said` : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
      {said && <small id={`${id}-said`}>{said}</small>}
    </div>
  );
}
