import { useState, type ReactNode } from 'react';
import { Button, OverlayArrow, Tooltip, TooltipTrigger } from 'react-aria-components';
import './explained.css';

/**
 * A word that explains itself: on hover, on focus, and on a press for those who can do neither.
 */
export function Explained({
  help,
  className = '',
  label,
  children,
}: {
  help: ReactNode;
  className?: string;
  /** Spoken name where the text alone says too little. */
  label?: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <TooltipTrigger delay={250} isOpen={open} onOpenChange={setOpen}>
      <Button className={`explained ${className}`} aria-label={label} onPress={() => setOpen(true)}>
        {children}
      </Button>
      <Tooltip className="tooltip" offset={8}>
        <OverlayArrow>
          <svg translate="no" width={10} height={5} viewBox="0 0 10 5">
            <path d="M0 0 L5 5 L10 0" />
          </svg>
        </OverlayArrow>
        {help}
      </Tooltip>
    </TooltipTrigger>
  );
}
