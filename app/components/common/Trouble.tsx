import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import './button.css';
import './trouble.css';

/** A panel that cannot show its content: what happened, and what to do; more of that as `children`. */
export function Trouble({
  title,
  detail,
  action,
  children,
}: {
  title: string;
  detail: string;
  action?: { label: string; onPress: () => void };
  children?: ReactNode;
}) {
  return (
    <div className="trouble" role="alert">
      <TriangleAlert size={18} aria-hidden />
      <div>
        <strong>{title}</strong>
        <p>{detail}</p>
        {action && (
          <Button className="button" onPress={action.onPress}>
            {action.label}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}
