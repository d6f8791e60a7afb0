import type { MouseEvent, ReactNode } from 'react';
import './button.css';

interface RowButtonProps {
  /** Accessible name, and what is said on hover. */
  label: string;
  onPress: (event: MouseEvent<HTMLButtonElement>) => void;
  className?: string;
  tabIndex?: number;
  children: ReactNode;
}

/** An icon button of a list's row: a plain one, as lists have a hundred and make them while one drags. */
export function RowButton({ label, onPress, className = '', tabIndex, children }: RowButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button row-button ${className}`}
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
