import { useRef, type ReactNode } from 'react';
import { partsOfPanel } from '../../lessons/parts';
import { Explained } from './Explained';
import { PanelName, useVisibility } from './visibility';
import './panel.css';

export interface PanelProps {
  /** Also the element's id and class: `support-set`, `context`. */
  name: string;
  title: string;
  /** The paper's symbol for what the panel shows, and what it means. */
  symbol?: { text: string; help: string };
  /** Beside the title: that the model shown is not the model as it is. */
  badge?: ReactNode;
  sub?: ReactNode;
  /** At the right of the title: tabs, a toggle. */
  actions?: ReactNode;
  /** What it shows goes no further: another value was put in its place. */
  cut?: boolean;
  children: ReactNode;
}

/** One column of the workbench: a name, the paper's symbol, one plain sentence, the content. */
export function Panel(props: PanelProps) {
  const { name, title, symbol, badge, sub, actions, cut, children } = props;
  const section = useRef<HTMLElement>(null);
  useVisibility(name, section);
  return (
    <section
      ref={section}
      className={`card panel panel-${name}`}
      id={name}
      aria-labelledby={`${name}-title`}
      data-part={partsOfPanel(name)}
      data-cut={cut || undefined}
    >
      <div className="panel-head">
        <h2 id={`${name}-title`}>{title}</h2>
        {symbol && (
          <Explained className="panel-symbol" help={symbol.help}>
            {symbol.text}
          </Explained>
        )}
        {badge}
        {actions && (
          <div className="panel-actions">
            <PanelName value={name}>{actions}</PanelName>
          </div>
        )}
      </div>
      {sub && <p className="panel-sub">{sub}</p>}
      <PanelName value={name}>{children}</PanelName>
    </section>
  );
}
