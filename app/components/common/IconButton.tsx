import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger, type PressEvent } from 'react-aria-components';
import './button.css';

/** A small button that shows an icon and says what it does. */
export function IconButton({
  label,
  hint,
  onPress,
  isDisabled,
  className = '',
  tabIndex,
  children,
}: {
  /** Accessible name. */
  label: string;
  /** What the tooltip says, where that is more than the name. */
  hint?: string;
  onPress: (event: PressEvent) => void;
  isDisabled?: boolean;
  className?: string;
  tabIndex?: number;
  children: ReactNode;
}) {
  return (
    <TooltipTrigger delay={400}>
      <Button
        className={`icon-button ${className}`}
        aria-label={label}
        onPress={onPress}
        isDisabled={isDisabled}
        excludeFromTabOrder={tabIndex === -1}
      >
        {children}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {hint ?? label}
      </Tooltip>
    </TooltipTrigger>
  );
}
