import { Button } from 'react-aria-components';
import './picture-wait.css';

/** A picture that the present variant does not have: why, and the way to one that does. */
export function EmptyState({ text, action }: { text: string; action: [string, () => void] }) {
  return (
    <div className="picture-wait">
      <div>
        <p>{text}</p>
        <Button className="button" onPress={action[1]}>
          {action[0]}
        </Button>
      </div>
    </div>
  );
}
