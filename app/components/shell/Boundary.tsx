import { Component, type ReactNode } from 'react';
import { useStrings } from '../../strings';
import { Trouble } from '../common/Trouble';

function Fallen({ detail, retry }: { detail: string; retry: () => void }) {
  const t = useStrings();
  return (
    <div className="card">
      <Trouble
        title={t.common.panelFailed}
        detail={detail}
        action={{ label: t.common.tryAgain, onPress: retry }}
      />
    </div>
  );
}

/** Keeps the failure of one panel from taking the rest of the page down. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Fallen detail={error.message} retry={() => this.setState({ error: null })} />;
  }
}
